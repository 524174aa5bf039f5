/** What a registration has to tell, told at once. */
export { noticeFields, tellOf } from '../_lib/workerNotices'
