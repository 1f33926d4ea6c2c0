/** The value that parts a histogram best (Otsu), and the mean of what lies below it. */
export function otsu(counts: Uint32Array): { readonly threshold: number; readonly below: number } {
  let [total, sum] = [0, 0];
  for (const [value, count] of counts.entries()) {
    total += count;
    sum += value * count;
  }
  let [best, first, last, mean, below, sumBelow] = [-1, 128, 128, 0, 0, 0];
  for (const [value, count] of counts.entries()) {
    below += count;
    sumBelow += value * count;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const gap = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * gap * gap;
    if (between > best) [best, first, mean] = [between, value + 1, sumBelow / below];
    if (between === best) last = value + 1;
  }
  // Between two peaks with nothing between them, as on a 1-bit page, the middle is as good and safer.
  return { threshold: Math.round((first + last) / 2), below: mean };
}
