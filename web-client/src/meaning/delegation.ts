// Which posts their holders may have others stand in for.

import type { Capacity, PostHeld, Role } from "../api/types";

const delegable: readonly Role[] = ["head", "deputy", "standing-agency", "finance", "statistics", "committee-head"];
const delegated: readonly Capacity[] = ["by-order", "by-mandate"];

export function isDelegated(held: { capacity: Capacity }): boolean {
  return delegated.includes(held.capacity);
}

// A post that somebody only stands in for is not given on.
export function mayDelegate(held: Pick<PostHeld, "role" | "capacity">): boolean {
  return delegable.includes(held.role) && !isDelegated(held);
}
