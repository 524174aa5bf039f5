/** What the desk asks of the function `claim`: kept out of the main package, which has no room for its schemas. */
import { claimApi } from '../../../domain/claim/api'
import { client } from '../../cloud/client'

export const claims = client(claimApi)
