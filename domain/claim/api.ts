/** The contract of the function `claim`. */
import { defineApi } from '../kernel/api'
import { deskEndpoints } from './endpoints-desk'
import { employerEndpoints } from './endpoints-employer'
import { payingEndpoints } from './endpoints-paying'
import { workerEndpoints } from './endpoints-worker'

export const claimApi = defineApi('claim', '补贴申领', {
  ...workerEndpoints,
  ...deskEndpoints,
  ...payingEndpoints,
  ...employerEndpoints,
})
