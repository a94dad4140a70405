import { readBoolean, readEmail, readText } from './plain-values.js';

describe('yes and no are read in their usual spellings', () => {
  it.each([
    ['TRUE', true],
    ['false', false],
    ['1', true],
    ['0', false],
    [' Yes ', true],
    ['NO', false],
  ])('%s', (text, value) => {
    expect(readBoolean(text)).toEqual({ ok: true, value });
  });

  it.each(['', '2', 'maybe', 'x'])('refuses %j', (text) => {
    expect(readBoolean(text)).toMatchObject({ ok: false });
  });
});

describe('text stays as it is', () => {
  it.each(['=1+1', '<script>', 'a\u0007b', ' spaced ', '🙂', ''])('%j', (text) => {
    expect(readText(text)).toEqual({ ok: true, value: text });
  });

  it.each(['a\0b', 'a\ud83d'])('but refuses %j, which no database stores', (text) => {
    expect(readText(text)).toMatchObject({ ok: false });
  });
});

describe('e-mail addresses are kept, and implausible ones reported', () => {
  it('lowers the domain only', () => {
    expect(readEmail(' Ada.L@Example.ORG\u3000')).toEqual({ ok: true, value: 'Ada.L@example.org' });
  });

  it.each(['a@b&c.com', 'nobody', 'a@b', 'a b@c.de', 'a@-b.de', 'a@@b.de'])('warns of %s', (text) => {
    expect(readEmail(text)).toEqual({ ok: true, value: text, warning: 'suspicious e-mail' });
  });

  it.each(['info@salesforce.com', "o'neil+x@mail.example.co.uk", 'jörg@müller.de'])('takes %s', (text) => {
    expect(readEmail(text)).toEqual({ ok: true, value: text });
  });
});
