import { describe, expect, it } from "vitest";
import { fold, matches, queryWords, searchText } from "../src/meaning/fold";

const found = (query: string, ...parts: string[]) => matches(searchText(parts), queryWords(query));

describe("finding words", () => {
  it("drops marks, case and punctuation", () => {
    expect(fold("Đẩy mạnh, HOÁ/hóa")).toBe("day manh hoa hoa");
  });

  it("finds abbreviations by their words and the other way round", () => {
    expect(found("so khcn 5g", "Sở Khoa học và Công nghệ", "Triển khai mạng 5G")).toBe(true);
    expect(found("sở khoa học", "Sở KH&CN")).toBe(true);
    expect(found("Sở KH&CN", "Sở Khoa học và Công nghệ")).toBe(true);
    expect(found("ubnd xa", "Ủy ban nhân dân các xã")).toBe(true);
  });

  it("wants each word to begin a word", () => {
    expect(found("kien to", "Kiện toàn Ban Chỉ đạo")).toBe(true);
    expect(found("oan", "Kiện toàn Ban Chỉ đạo")).toBe(false);
    expect(found("kien quy", "Kiện toàn Ban Chỉ đạo")).toBe(false);
    expect(found("", "bất kỳ")).toBe(true);
  });
});
