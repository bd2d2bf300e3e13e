// The nonce of this page: what lets styles in that are made while it runs.

declare global {
  var __webpack_nonce__: string | undefined;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

// Dialogs keep the page behind them from scrolling by a style of their own, whose maker looks for the nonce here.
globalThis.__webpack_nonce__ = nonce;

export const styleNonce = () => nonce;
