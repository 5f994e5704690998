/** Does one step, and prints what it is and how long it took. */
export async function step<T>(title: string, work: () => Promise<T> | T): Promise<T> {
  const began = performance.now();
  process.stdout.write(`  ${title} … `);
  try {
    const result = await work();
    const remark = result === false ? ', unchanged' : '';
    console.log(`${((performance.now() - began) / 1_000).toFixed(1)} s${remark}`);
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}
