import { useList } from "../api/queries";
import { useDirectory } from "../meaning/directory";
import { pageOf } from "../meaning/subject";

// What a subject is called, for a link to its page; its id where it has no better name.
export function useSubjectTitle(): (subject: string) => string {
  const directory = useDirectory();
  const tasks = useList("tasks").data?.items;
  const documents = useList("documents").data?.items;
  const posts = useList("posts").data?.items;
  return (subject) => {
    const page = pageOf(subject);
    const id = page?.slice(page.lastIndexOf("/") + 1) ?? subject;
    if (page?.startsWith("/tasks/")) return tasks?.find((task) => task.id === id)?.title ?? id;
    if (page?.startsWith("/documents/")) return documents?.find((document) => document.id === id)?.abstract ?? id;
    if (page?.startsWith("/programmes/")) return directory.programmeName(id);
    if (page?.startsWith("/admin/posts/")) return posts?.find((post) => post.id === id)?.title ?? id;
    return page?.startsWith("/agenc") ? directory.name(id) : id;
  };
}
