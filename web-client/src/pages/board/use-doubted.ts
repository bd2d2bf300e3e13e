import { useMemo } from "react";
import { useList } from "../../api/queries";

// Ids of the tasks that a doubt names.
export function useDoubted(): ReadonlySet<string> {
  const doubts = useList("doubts").data?.items;
  return useMemo(() => {
    const subjects = (doubts ?? []).flatMap((doubt) => doubt.places.map((place) => place.subject ?? ""));
    return new Set(subjects.filter((subject) => subject.startsWith("task/")).map((subject) => subject.slice("task/".length)));
  }, [doubts]);
}
