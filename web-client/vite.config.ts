import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// In development the pages come from here and everything under /api from a running `luuvet`.
const server = "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  // The server puts a fresh nonce in its place with each answer (server/net/static_files.cc).
  html: { cspNonce: "LUUVET-CSP-NONCE" },
  build: {
    target: "es2022",
    // Fonts and icons stay files: `data:` sources would widen the content security policy.
    assetsInlineLimit: 0,
    // The preload helper is not needed by browsers of this target.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: { "/api": { target: server, ws: true, changeOrigin: true } },
  },
  test: {
    environment: "happy-dom",
    include: ["test/**/*.test.{ts,tsx}"],
  },
});
