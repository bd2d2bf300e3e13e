// Số liệu đầu kỳ: how the indicators of a plan stood when it began, typed and pasted as one table.

export const baselines = {
  title: "Số liệu đầu kỳ của chỉ tiêu",
  intro: "Có số liệu đầu kỳ thì mới nói được chỉ tiêu đang đúng lộ trình hay chậm. Mỗi chỉ tiêu một dòng; nội dung đang gõ được giữ trên máy này đến khi ghi.",
  grid: "Bảng số liệu đầu kỳ",
  indicator: "Chỉ tiêu",
  year: "Đến hết năm",
  ofWhole: "Số liệu của cả tỉnh. Chọn cơ quan ở bộ lọc để nhập phần của cơ quan đó.",
  ofAgency: (name: string) => `Phần của ${name}.`,
  columns: { value: "Giá trị đầu kỳ", document: "Theo văn bản" },
  known: (year: string, value: string) => `Đã có ${year}: ${value}`,
  missing: "Chưa có số liệu đầu kỳ",
  only: "Cơ quan thường trực của kế hoạch và Thống kê tỉnh nhập.",
  edited: "Chưa lưu",
  count: (known: string, all: string) => `${known}/${all} chỉ tiêu đã có số liệu đầu kỳ`,
  save: (n: string) => `Ghi ${n} dòng`,
  saved: (n: string) => `Đã ghi ${n} số liệu đầu kỳ`,
  value: "Điền giá trị; số liệu đã ghi chỉ sửa được bằng số khác.",
  none: "Kế hoạch này không có chỉ tiêu đo bằng số",
  noneText: "Bỏ bớt bộ lọc để xem kế hoạch khác.",
};
