/** WXSS becomes CSS: rpx and vh by the phone's own width and height, native tags by their element names, components apart. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { join } from 'node:path/posix'
import postcss, { type AtRule, type Container, CssSyntaxError, type Root } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { BuildRefused } from './fault'
import { cssLengths } from './lengths'
import type { ComponentJson, Tree } from './tree'

/** Under which name a component's own classes are kept apart from everybody else's; nothing for what shares them. */
export function scopeOf(id: string, { component, styleIsolation = 'isolated' }: ComponentJson): string | undefined {
  const isApart = component && (styleIsolation === 'isolated' || styleIsolation === 'apply-shared')
  return isApart ? id.replace(/[^a-zA-Z0-9]+/g, '_') : undefined
}

function parse(file: string, source: string): Root {
  try {
    return postcss.parse(source)
  } catch (failure) {
    if (!(failure instanceof CssSyntaxError)) throw failure
    throw new BuildRefused([{ file, line: failure.line ?? 1, message: failure.reason }])
  }
}

const importedBy = ({ params }: AtRule): string => /["']([^"']+)["']/.exec(params)?.[1] ?? params

const isKeyframe = (rule: { parent: Container | undefined }): boolean => {
  const around = rule.parent
  return around?.type === 'atrule' && 'name' in around && String(around.name).endsWith('keyframes')
}

export class Styles {
  private readonly tags: ReturnType<typeof selectorParser>

  constructor(
    private readonly tree: Tree,
    natives: readonly string[],
  ) {
    /** The web view's own html and body are not the app's to style. */
    const outer = ['page', 'html', 'body']
    this.tags = selectorParser((selectors) =>
      selectors.walkTags((tag) => {
        if (outer.includes(tag.value) || natives.includes(tag.value)) tag.value = `wx-${tag.value}`
      }),
    )
  }

  css(file: string, scope: string | undefined): string {
    return this.compiled(file, scope).toString()
  }

  private compiled(file: string, scope: string | undefined): Root {
    const root = parse(file, readFileSync(join(this.tree.root, file), 'utf8'))
    const classes = selectorParser((selectors) =>
      selectors.walkClasses((one) => {
        one.value = `${scope}--${one.value}`
      }),
    )
    root.walkRules((rule) => {
      if (isKeyframe({ parent: rule.parent as Container | undefined })) return
      rule.selector = this.tags.processSync(rule.selector)
      if (scope !== undefined) rule.selector = classes.processSync(rule.selector)
    })
    root.walkDecls((declaration) => {
      declaration.value = cssLengths(declaration.value)
    })
    root.walkAtRules('import', (rule) => {
      const path = importedBy(rule)
      const imported = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path)
      if (!this.tree.files.includes(imported))
        throw new BuildRefused([{ file, line: rule.source?.start?.line ?? 1, message: `${path} is not there` }])
      rule.replaceWith(this.compiled(imported, scope).nodes)
    })
    return root
  }
}
