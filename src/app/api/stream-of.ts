/** The body of an answer that is made while it is read; what makes it ends when the reader goes away. */
export function streamOf(content: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await content.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await content.return(undefined);
    },
  });
}
