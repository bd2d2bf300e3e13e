// Words that stand only on paper.

export const print = {
  filter: (what: string) => `Bộ lọc: ${what}`,
  words: (text: string) => `có chữ “${text}”`,
  asOf: (day: string) => `Số liệu tính đến ngày ${day}`,
  past: (moment: string) => `Số liệu tại ${moment}`,
  printed: (moment: string) => `In lúc ${moment}`,
};
