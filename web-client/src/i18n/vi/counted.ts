// Nhiệm vụ KH&CN được đếm, và chỉ tiêu tính từ số đếm.

import type { MissionFact, MissionScope } from "../../api/types";

const facts: Record<MissionFact, string> = {
  ordered: "Đã đặt hàng",
  serving: "Phục vụ nhiệm vụ của kế hoạch",
  "cost-benefit": "Có báo cáo chi phí, lợi ích",
  contracted: "Đã ký hợp đồng",
  accepted: "Đã nghiệm thu",
  transferred: "Đã chuyển giao",
  "followed-up": "Đã đánh giá ứng dụng",
  applied: "Kết quả được ứng dụng",
  stopped: "Đã dừng",
};

const scopes: Record<MissionScope, string> = {
  province: "Cả tỉnh",
  programme: "Của chương trình, đề án có chỉ tiêu này",
  agency: "Do cơ quan nhập số liệu quản lý",
};

export const counted = {
  facts,
  scopes,
  numbers: "Số nhiệm vụ KH&CN",
  total: "Tổng số",
  factTable: "Theo kết quả",
  stageTable: "Theo giai đoạn",
  missions: "Số nhiệm vụ",
  share: "Tỷ lệ",
  year: "Năm đặt hàng",
  allYears: "Tất cả các năm",
  yearOf: (year: string, n: string) => `${year} (${n})`,
  behind: (indicator: string, period: string) => `Các nhiệm vụ được đếm cho chỉ tiêu “${indicator}”, ${period.toLowerCase()}.`,
  parts: { numerator: "Phần ở tử số", denominator: "Tất cả (mẫu số)" },
  showAll: "Bỏ lọc theo chỉ tiêu",
  field: "Tính từ nhiệm vụ KH&CN",
  hint: "Số đếm được đề xuất khi nhập số liệu; người nhập quyết định có lấy hay không.",
  numerator: "Đếm",
  denominator: "Trên tổng số",
  noNumerator: "Không tính từ nhiệm vụ",
  noDenominator: "Không chia: chỉ tiêu là số đếm",
  scope: "Nhiệm vụ nào",
  scopeNeeded: "Cần chọn nhiệm vụ nào được đếm.",
  same: "Tử số và mẫu số phải khác nhau.",
  of: (numerator: string, denominator: string) => `${numerator} / ${denominator.toLowerCase()}`,
  span: (from: string, until: string) => `từ ${from} đến ${until}`,
  until: (until: string) => `đến ${until}`,
  offer: (text: string) => `Đếm được ${text}`,
  nothing: "chưa có nhiệm vụ nào để chia",
  take: "Lấy số này (phím =)",
  took: "Đã lấy số đếm được; xem lại rồi lưu.",
  takeFor: (indicator: string) => `Lấy số này (phím =) cho ${indicator}`,
  agrees: "Khớp số đếm",
  see: (n: string) => `Xem ${n} nhiệm vụ`,
  source: (what: string) => `Đếm từ hồ sơ nhiệm vụ KH&CN: ${what}`,
};
