export * from './api'
export * from './machine'
export * from './quotas'
export * from './schema'
