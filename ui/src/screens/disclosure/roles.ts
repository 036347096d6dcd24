// What somebody answers for, in the order in which it is signed.

import { named } from "../../lib/say.svelte";

export const roles = ["prepared", "reviewed", "approved"];

export const roleText = (role: string): string => named("sign-as", role) ?? role;
