/** Constants the build writes into the app; where they come from is config/env.ts. */

/** The cloud environment of the app id this build is for; empty means its only one. */
declare const CLOUD_ENV: string

/** The templates WeChat gave to that app id; empty where none was asked for. */
declare const NOTICE_TEMPLATE_IDS: readonly string[]

/** The release this build is, as package.json names it. */
declare const APP_VERSION: string
