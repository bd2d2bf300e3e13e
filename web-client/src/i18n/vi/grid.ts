// Tables to type in: keys, pasting, what was refused, what somebody else wrote meanwhile.

export const grid = {
  keys: "Dán được cả khối từ Excel. Enter: xuống dòng; mũi tên: sang ô bên; Ctrl+D: chép ô trên.",
  outside: "ô nằm ngoài bảng",
  locked: "dòng này đã khoá",
  notNumber: "không phải là số",
  pasted: (cells: string, rows: string) => `Đã dán ${cells} ô vào ${rows} dòng`,
  refusedCells: (n: string) => `${n} ô không nhận`,
  refusedTitle: (n: string) => `${n} ô trong khối vừa dán không nhận được`,
  refusedLine: (row: string, column: string, text: string, why: string) => `Dòng ${row}, ${column}: “${text}”, ${why}`,
  dismiss: "Đã xem",
  undo: "Bỏ lần dán vừa rồi",
  discard: "Bỏ nội dung chưa lưu",
  errors: (n: string) => `Còn ${n} dòng cần sửa trước khi gửi.`,
  refused: (n: string) => `${n} dòng chưa được nhận, xem lý do ở từng dòng. Chưa dòng nào được ghi.`,
  acceptRest: (n: string) => `Chỉ gửi ${n} dòng hợp lệ`,
  stale: "Một số dòng vừa được sửa ở nơi khác. Xem các dòng được đánh dấu rồi gửi lại.",
  overtaken: "Người khác vừa sửa dòng này, hiện là",
  theirs: "Dùng nội dung mới",
};
