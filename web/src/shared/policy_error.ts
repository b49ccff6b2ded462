/** What browsers say of code that a content security policy forbids. */
export const POLICY = /content security policy|unsafe-eval/i;
