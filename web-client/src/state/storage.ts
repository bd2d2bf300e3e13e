// Browser storage that may be full, forbidden or missing: then nothing is kept, and nothing breaks.

export function readText(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

// Whether it was kept.
export function writeText(storage: () => Storage, key: string, value: string | null): boolean {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export const local = (): Storage => window.localStorage;
export const session = (): Storage => window.sessionStorage;
