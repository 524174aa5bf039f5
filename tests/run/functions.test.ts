/** What the build makes of a function is what can be deployed, and it makes nothing twice. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../../config/functions'
import { type SmallProject, smallProject } from './small-project'

let project: SmallProject
const built = (file: string): string => readFileSync(join(project.root, 'dist', 'cloudfunctions', file), 'utf8')
const holds = (...words: string[]): boolean => words.every((word) => built('echo/index.js').includes(word))
const build = () => buildFunctions({ root: project.root })

beforeAll(async () => {
  project = smallProject()
  await build()
})
afterAll(() => project.remove())

describe('the functions build', () => {
  it('makes one folder for each function, with the real SDK inside and its assets beside it', () => {
    expect(holds('wx-server-sdk', '4.0.2', '过年好')).toBe(true)
    expect(built('echo/letter.txt')).toBe('见字如面')
    expect(JSON.parse(built('echo/package.json'))).toMatchObject({ name: 'echo', main: 'index.js' })
  })

  it('writes config.json in WeChat’s own words, so that the folder can be uploaded as it stands', () => {
    expect(JSON.parse(built('echo/config.json'))).toEqual({
      permissions: { openapi: ['phonenumber.getPhoneNumber'] },
      triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }],
    })
  })

  it('tells the cloud who may call what, which indexes there are, and that clients write only under inbox/', () => {
    expect(JSON.parse(built('manifest.json'))).toEqual({
      functions: {
        echo: {
          entry: 'echo/index.js',
          timeoutSeconds: 5,
          memoryMb: 128,
          calledBy: ['client', 'timer'],
          openapi: ['phonenumber.getPhoneNumber'],
          triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }],
          env: [],
        },
      },
      collections: {
        things: {
          indexes: [
            {
              name: 'byPlace',
              keys: [
                ['placeId', 1],
                ['at', -1],
              ],
              unique: false,
            },
          ],
        },
      },
      storage: { clientRead: false, clientWrite: ['inbox/'] },
    })
  })

  it('builds nothing when nothing it reads has changed, and builds again when a domain file has', async () => {
    expect(await build()).toBe(false)
    project.write('domain/greeting.ts', "export const greeting = '元宵好'\n")
    expect(await build()).toBe(true)
    expect(holds('元宵好')).toBe(true)
  })

  it('names the file and the field of a config it cannot read', async () => {
    project.write('cloudfunctions/echo/config.json', '{ "timeoutSeconds": 500, "memoryMb": 128, "calledBy": [] }')
    await expect(build()).rejects.toThrow('cloudfunctions/echo/config.json: timeoutSeconds')
  })
})
