export * from './answers'
export * from './facts'
export * from './judge'
export * from './schema'
