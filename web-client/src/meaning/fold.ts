// Finding words as people type them: without marks, with the abbreviations of the offices. "so khcn 5g" finds "Sở Khoa học và Công nghệ".
// The server searches likewise (domain/base/fold.h); this one serves what is already on the page.

export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

// Abbreviations, folded with "&" closed up, and their words.
const abbreviations: readonly (readonly [string, string])[] = [
  ["khcn", "khoa hoc va cong nghe"],
  ["khcn", "khoa hoc cong nghe"],
  ["dmst", "doi moi sang tao"],
  ["cds", "chuyen doi so"],
  ["cntt", "cong nghe thong tin"],
  ["tttt", "thong tin va truyen thong"],
  ["gddt", "giao duc va dao tao"],
  ["vhttdl", "van hoa the thao va du lich"],
  ["nnmt", "nong nghiep va moi truong"],
  ["ubnd", "uy ban nhan dan"],
  ["hdnd", "hoi dong nhan dan"],
  ["vp", "van phong"],
  ["bql", "ban quan ly"],
  ["kkt", "khu kinh te"],
  ["kcn", "khu cong nghiep"],
  ["ccn", "cum cong nghiep"],
  ["bcd", "ban chi dao"],
  ["cchc", "cai cach hanh chinh"],
  ["dvc", "dich vu cong"],
  ["tthc", "thu tuc hanh chinh"],
  ["csdl", "co so du lieu"],
  ["httt", "he thong thong tin"],
  ["attt", "an toan thong tin"],
  ["dn", "doanh nghiep"],
  ["nq", "nghi quyet"],
  ["mttq", "mat tran to quoc"],
];

// What is kept of a row for finding it: its words, and for each abbreviation in it the long form and the other way round.
export function searchText(parts: readonly (string | null | undefined)[]): string {
  const raw = parts.filter((part) => part).join(" ");
  const words = ` ${fold(raw)} ${fold(raw.replace(/\s*[&.]\s*/g, ""))} `;
  const extra = abbreviations.flatMap(([short, long]) => {
    if (words.includes(` ${long} `)) return [short];
    return words.includes(` ${short} `) ? [long] : [];
  });
  return `${words}${extra.join(" ")} `;
}

export function queryWords(query: string): string[] {
  return fold(query.replace(/\s*&\s*/g, ""))
    .split(" ")
    .filter(Boolean);
}

// Each word of the query begins a word of the text.
export function matches(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(` ${word}`));
}
