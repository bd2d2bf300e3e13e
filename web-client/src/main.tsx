import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Problem, Unreachable } from "./api/problems";
import { locale } from "./i18n/locale";
import { LiveContext } from "./live/context";
import { startLive } from "./live/live";
import { makeRouter } from "./router";
import { dropOldDrafts } from "./state/drafts";
import "./theme/fonts.css";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/mantine.css";
import "./theme/print.css";
import { styleNonce } from "./theme/nonce";
import { theme, variables } from "./theme/theme";
import { watchPrinting } from "./ui/printing";

const retries = 2;

function worthRetrying(count: number, error: Error): boolean {
  const passing = error instanceof Unreachable || (error instanceof Problem && (error.status === 503 || error.status === 429));
  return passing && count < retries;
}

// A file dropped beside the place meant for it would be opened by the browser, instead of this page.
function keepPage(): void {
  const keep = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  window.addEventListener("dragover", keep);
  window.addEventListener("drop", keep);
}

// Nothing grows old by itself: the live connection says what to read again.
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 30 * 60_000,
      retry: worthRetrying,
      networkMode: "always",
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

document.documentElement.lang = locale;
dropOldDrafts(new Date());
watchPrinting();
keepPage();
const live = startLive(client);
const router = makeRouter();

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={client}>
        <LiveContext value={live}>
          <RouterProvider router={router} />
        </LiveContext>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
