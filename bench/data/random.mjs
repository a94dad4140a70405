/** Numbers that look random and are the same for the same seed: xorshift with 32 bits (Marsaglia 2003). */
export class Random {
  #state;

  /** @param {number} seed any whole number; 0 would stand still, so it is replaced */
  constructor(seed) {
    this.#state = seed | 0 || 0x9e3779b9;
    // Neighbouring seeds begin alike; a few steps part them.
    for (let step = 0; step < 8; step += 1) this.share();
  }

  /** 0 up to, but not including, 1. */
  share() {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both among them. */
  between(from, to) {
    return from + Math.floor(this.share() * (to - from + 1));
  }

  /** Whether something happens that happens with this probability. */
  chance(probability) {
    return this.share() < probability;
  }

  /** One of a list. */
  pick(list) {
    return list[Math.floor(this.share() * list.length)];
  }

  /** So many different ones of a list; all of them when there are fewer. */
  several(list, count) {
    const chosen = new Set();
    while (chosen.size < Math.min(count, list.length)) chosen.add(this.pick(list));
    return [...chosen];
  }

  /** Exponentially distributed: many small numbers, few large ones. */
  seldomLarge(mean) {
    return -Math.log(1 - this.share()) * mean;
  }

  /** Bell-shaped around 0 with standard deviation `width` (sum of four). */
  around(width) {
    return (this.share() + this.share() + this.share() + this.share() - 2) * 1.732 * width;
  }
}
