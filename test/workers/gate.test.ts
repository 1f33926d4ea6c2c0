import { expect, it } from 'vitest';
import { openGate } from '../../workers/gate.ts';

it('lets so many in at a time, in the order in which they came, and never one too many', async () => {
  const enter = openGate(2);
  const inside = new Set<number>();
  const order: number[] = [];
  let most = 0;
  const visit = async (n: number) => {
    const leave = await enter();
    inside.add(n);
    order.push(n);
    most = Math.max(most, inside.size);
    await new Promise((resolve) => setImmediate(resolve));
    inside.delete(n);
    leave();
  };
  await Promise.all([1, 2, 3, 4, 5].map(visit));
  await Promise.all([6, 7, 8].map(visit));
  expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(most).toBe(2);
});
