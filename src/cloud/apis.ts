/** The functions a page calls, one object for each domain. */
import { inboxApi } from '../../domain/inbox/api'
import { siteApi } from '../../domain/site/api'
import { postingApi } from '../../domain/posting/api'
import { staffApi } from '../../domain/staff/api'
import { wishApi } from '../../domain/wish/api'
import { workerApi } from '../../domain/worker/api'
import { client } from './client'

export const workers = client(workerApi)
export const sites = client(siteApi)
export const staff = client(staffApi)
export const inbox = client(inboxApi)
export const wishes = client(wishApi)
export const postings = client(postingApi)
