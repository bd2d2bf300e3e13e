// All words of the pages, in the language chosen when the page was loaded.

import { en } from "./en";
import { locale } from "./locale";
import { vi, type Text } from "./vi";

export const t: Text = locale === "en" ? en : vi;
