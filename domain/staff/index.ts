export * from './api'
export * from './invites'
export * from './machine'
export * from './schema'
