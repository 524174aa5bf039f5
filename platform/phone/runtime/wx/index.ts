/** The wx object: what this phone has; reading what it lacks is told, by name. */
import './audio'
import './cloud'
import './device'
import './events'
import './file-system'
import './interface'
import './media'
import './members'
import './misc'
import './person'
import './privacy'
import './recorder'
import './routing'
import './select'
import './settings'
import './share'
import './storage'
import './subscribe'
import './transfer'
import './visibility'
import { layer } from '../layer'
import { strict } from './lacking'
import { apis, canIUse, register } from './registry'

register({ canIUse })

export const wx: Record<string, unknown> = strict(apis)

layer.start()
