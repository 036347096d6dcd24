import { expect, test } from "vitest";
import { STEPS, stepped } from "./zoom";

test("goes up and down by its steps, stays at the ends, and back to the usual size", () => {
  expect([stepped(100, 1), stepped(100, -1), stepped(175, 0)]).toEqual([110, 90, 100]);
  expect([stepped(200, 1), stepped(50, -1)]).toEqual([200, 50]);
  for (const [place, one] of STEPS.slice(0, -1).entries()) expect(stepped(one, 1)).toBe(STEPS[place + 1]);
});
