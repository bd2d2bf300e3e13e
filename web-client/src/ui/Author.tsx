import { useDirectory } from "../meaning/directory";
import { authorName, usePersonName } from "../meaning/person";

// Who did something, and for which agency.
export function Author({ actor, agency }: { actor: string; agency: string }) {
  const directory = useDirectory();
  return authorName(usePersonName(actor), actor, agency, directory);
}
