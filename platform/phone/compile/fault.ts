/** What WeChat's compiler would say about a build, with the file and the line. */

export interface Diagnostic {
  file: string
  line: number
  message: string
}

/** Thrown with every fault there is, not only the first. */
export class BuildRefused extends Error {
  override name = 'BuildRefused'

  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  }
}
