/** The function `claim`, as the desk calls it. */
import { claimApi } from '../../../domain/claim/api'
import { client } from '../../cloud/client'

export const claims = client(claimApi)
