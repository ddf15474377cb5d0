/** Plain JSON, as it is stored, hashed and sent. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
