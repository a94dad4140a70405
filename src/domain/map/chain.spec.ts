import { closingCircles } from './chain.js';

describe('new links', () => {
  const known = new Map([
    ['plant', 'group'],
    ['group', 'holding'],
  ]);

  it('close a circle when what they lead to leads back', () => {
    expect(closingCircles([{ id: 'holding', next: 'plant' }], known)).toEqual(new Set(['holding']));
    expect(closingCircles([{ id: 'plant', next: 'plant' }], known)).toEqual(new Set(['plant']));
  });

  it('are judged together, and by what the others of them undo', () => {
    const together = [
      { id: 'holding', next: 'plant' },
      { id: 'group', next: null },
    ];
    expect(closingCircles(together, known)).toEqual(new Set());
    const mutual = [
      { id: 'a', next: 'b' },
      { id: 'b', next: 'a' },
      { id: 'c', next: 'a' },
    ];
    expect(closingCircles(mutual, new Map())).toEqual(new Set(['a', 'b']));
  });

  it('come to an end even where a circle is known already', () => {
    const broken = new Map([
      ['x', 'y'],
      ['y', 'x'],
    ]);
    expect(closingCircles([{ id: 'plant', next: 'x' }], broken)).toEqual(new Set());
  });
});
