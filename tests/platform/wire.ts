/** Pipelines and documents as they travel, for what the SDK has no method for. */
import { EJSON } from 'bson'
import type { Cloud } from '../../platform/cloud'

export class Wire {
  static readonly text = (value: unknown): string => EJSON.stringify(value, { relaxed: false })

  constructor(private readonly cloud: () => Cloud) {}

  private async post(action: string, collectionName: string, more: object) {
    const body = JSON.stringify({ action: `database.${action}`, collectionName, ...more })
    const got = await (await fetch(`${this.cloud().url}/admin`, { method: 'POST', body })).json()
    if (got.code) throw Object.assign(new Error(got.message), { code: got.code })
    return got.data
  }

  /** All in one request and in their order. */
  insert(name: string, documents: readonly object[]): Promise<unknown> {
    return this.post('insertDocument', name, { data: documents.map(Wire.text) })
  }

  /** Answers documents as canonical EJSON, so that no type is lost. */
  async aggregate(name: string, stages: readonly object[]) {
    const wire = stages.flatMap((stage) =>
      Object.entries(stage).map(([stageKey, value]) => ({ stageKey, stageValue: Wire.text(value) })),
    )
    const { list } = await this.post('aggregateDocuments', name, { stages: wire })
    return list.map((one: string) => JSON.parse(one))
  }

  /** Code and words of a failure. */
  refusal(name: string, stages: readonly object[]): Promise<string> {
    return this.aggregate(name, stages).then(
      () => 'it was answered',
      (failure) => `${failure.code}: ${failure.message}`,
    )
  }
}
