export * from './api'
export * from './choices'
export * from './consent'
export {
  ageOn,
  documentKinds,
  isDocumentKind,
  maskName,
  maskNumber,
  maskPhone,
  nameProblem,
  normaliseName,
  normaliseNumber,
  normalisePhone,
  parseDocument,
  phoneProblem,
} from './documents'
export * from './entitlements'
export * from './machine'
export * from './quotas'
export * from './roster-file'
export * from './schema'
export * from './seasons'
export * from './views'
