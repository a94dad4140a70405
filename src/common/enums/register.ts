import { registerEnumType } from '@nestjs/graphql';

type Texts<Values> = { [Key in keyof Values]: string };

/** Gives an enum its name and explanations in the API. */
export function register<Values extends Record<string, string>>(
  name: string,
  values: Values,
  description: string,
  texts: Texts<Values>,
): void {
  const entries = Object.entries<string>(texts).map(([key, text]) => [key, { description: text }]);
  registerEnumType(values, {
    name,
    description,
    valuesMap: Object.fromEntries(entries) as Record<keyof Values, object>,
  });
}
