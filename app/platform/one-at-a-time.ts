import type { SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'

/**
 * An adapter whose transactions hand their connection one statement after the other. Prisma asks for the relations of a
 * row all at once, also within a transaction, which has a single connection; the driver queues them today and says that
 * it will not for ever.
 */
export function oneAtATime(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      const start = adapter.startTransaction.bind(adapter)
      adapter.startTransaction = async (isolation) => inOrder(await start(isolation))
      return adapter
    },
  }
}

function inOrder(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const after =
    <Given, Answer>(run: (given: Given) => Promise<Answer>) =>
    (given: Given): Promise<Answer> => {
      const answer = last.then(() => run(given))
      last = answer.catch(() => undefined)
      return answer
    }
  transaction.queryRaw = after(transaction.queryRaw.bind(transaction))
  transaction.executeRaw = after(transaction.executeRaw.bind(transaction))
  return transaction
}
