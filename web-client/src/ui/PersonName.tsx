import { usePersonName } from "../meaning/person";

export function PersonName({ account }: { account: string }) {
  return usePersonName(account);
}
