// Status, timeliness, deadlines and the small vocabularies of the plans.

import type { DeadlineKind, Status, Timeliness } from "../../api/types";

const status: Record<Status, string> = {
  "not-started": "Chưa thực hiện",
  "in-progress": "Đang thực hiện",
  "awaiting-acceptance": "Chờ xác nhận hoàn thành",
  completed: "Hoàn thành",
  suspended: "Tạm dừng",
  cancelled: "Dừng thực hiện",
};

const timeliness: Record<Timeliness, string> = {
  "not-due": "Chưa đến kỳ",
  "on-time": "Trong hạn",
  "due-soon": "Sắp đến hạn",
  overdue: "Quá hạn",
  waiting: "Chờ hướng dẫn, điều kiện",
  reported: "Đã báo cáo kỳ này",
  "not-reported": "Chưa báo cáo kỳ này",
  "no-deadline": "Không xác định thời hạn",
  "completed-on-time": "Hoàn thành đúng hạn",
  "completed-late": "Hoàn thành quá hạn",
  stopped: "Đã dừng",
  unconfirmed: "Chưa xác nhận hiện trạng",
};

const rule: Record<DeadlineKind, string> = {
  date: "đúng ngày ghi trong văn bản",
  before_date: "“trước ngày” được tính là hết ngày liền trước",
  month: "ngày cuối của tháng",
  month_range: "ngày cuối của tháng sau cùng",
  quarter: "ngày cuối của quý",
  quarter_range: "ngày cuối của quý sau cùng",
  year: "ngày cuối của năm",
  year_range: "ngày cuối của năm sau cùng",
  from_period_on: "có ngày bắt đầu, không ghi ngày kết thúc",
  ongoing: "việc thường xuyên: báo cáo mỗi tháng",
  recurring: "việc định kỳ: báo cáo mỗi kỳ",
  triggered: "tính từ khi có hướng dẫn hoặc điều kiện",
  days_after_trigger: "tính theo số ngày sau khi có hướng dẫn hoặc điều kiện",
  compound: "gồm nhiều mốc",
  none: "văn bản không ghi thời hạn",
};

// Words of open lists: what is not here is shown as it is.
const agencyKind: Record<string, string> = {
  department: "Sở, ban, ngành",
  office: "Văn phòng",
  commune: "Xã, phường",
  party: "Cơ quan Đảng",
  "mass-organisation": "Mặt trận, đoàn thể",
  police: "Công an",
  military: "Quân đội",
  justice: "Tư pháp",
  enterprise: "Doanh nghiệp",
  school: "Cơ sở giáo dục",
  hospital: "Cơ sở y tế",
  bank: "Ngân hàng",
  press: "Báo chí",
  central: "Cơ quan Trung ương",
  committee: "Ban Chỉ đạo",
  other: "Khác",
};

const documentKind: Record<string, string> = {
  plan: "Kế hoạch",
  resolution: "Nghị quyết",
  decision: "Quyết định",
  programme: "Chương trình",
  notice: "Thông báo",
  regulation: "Quy định",
  law: "Luật",
  decree: "Nghị định",
  circular: "Thông tư",
  "official-letter": "Công văn",
  report: "Báo cáo",
  other: "Văn bản khác",
};

const doubtKind: Record<string, string> = {
  contradiction: "Mâu thuẫn",
  "cut-off": "Văn bản bị cắt",
  "double-number": "Trùng số mục",
  misprint: "Lỗi in",
  "past-due": "Thời hạn đã qua",
  "copy-error": "Chép nhầm",
  definition: "Chưa rõ cách tính",
  responsibility: "Chưa rõ trách nhiệm",
  missing: "Thiếu thông tin",
  assumption: "Giả định",
};

const area: Record<string, string> = {
  "khcn-dmst-cds": "KHCN, ĐMST, CĐS",
  cchc: "Cải cách hành chính",
  "de-an-06": "Đề án 06",
  party: "Khối Đảng",
};

const deliverableKind: Record<string, string> = {
  document: "Văn bản",
  quantity: "Số lượng",
  system: "Hệ thống",
  model: "Mô hình",
  event: "Sự kiện",
  report: "Trong báo cáo kỳ",
  other: "Khác",
};

const province: Record<string, string> = { "lao-cai": "Lào Cai", "lai-chau": "Lai Châu", "trung-uong": "Trung ương" };

const fundingSource: Record<string, string> = {
  undetermined: "Chưa xác định nguồn",
  "provincial-budget": "Ngân sách tỉnh",
  "central-budget": "Ngân sách Trung ương",
  "commune-budget": "Ngân sách xã",
  "private-and-other": "Doanh nghiệp, tổ chức, cá nhân và nguồn khác",
};

const memberRole: Record<string, string> = {
  head: "Trưởng ban",
  "deputy-head": "Phó Trưởng ban",
  standing: "Uỷ viên Thường trực",
  member: "Uỷ viên",
};

const obstacleKind: Record<string, string> = {
  funding: "Kinh phí",
  procedure: "Thủ tục, quy định",
  guidance: "Chờ hướng dẫn",
  coordination: "Phối hợp",
  staff: "Nhân lực",
  technical: "Kỹ thuật",
  other: "Khác",
};

const every: Record<string, string> = { week: "tuần", month: "tháng", quarter: "quý", "half-year": "6 tháng", year: "năm" };

const rhythm: Record<string, string> = {
  week: "Hằng tuần",
  month: "Hằng tháng",
  quarter: "Hằng quý",
  "half-year": "6 tháng",
  year: "Hằng năm",
  "ad-hoc": "Đột xuất",
};

const periods = {
  month: (month: string, year: string) => `Tháng ${month}/${year}`,
  quarter: (quarter: string, year: string) => `Quý ${quarter}/${year}`,
  firstHalf: (year: string) => `6 tháng đầu năm ${year}`,
  secondHalf: (year: string) => `6 tháng cuối năm ${year}`,
  year: (year: string) => `Năm ${year}`,
};

const statementState: Record<string, string> = { draft: "Chưa duyệt", approved: "Đã duyệt", returned: "Đã trả lại" };

export const work = {
  statementState,
  periods,
  status,
  timeliness,
  agencyKind,
  documentKind,
  doubtKind,
  area,
  deliverableKind,
  province,
  fundingSource,
  memberRole,
  obstacleKind,
  rhythm,
  deadline: {
    rule,
    none: "Không ghi thời hạn",
    due: (day: string) => `Hạn ${day}`,
    window: (start: string, due: string) => `${start} - ${due}`,
    from: (day: string) => `Từ ${day}`,
    daysLeft: (n: number) => (n === 0 ? "hạn hôm nay" : `còn ${n} ngày`),
    daysLate: (n: number) => `quá ${n} ngày`,
    countDays: (n: number) => `${n} ngày`,
    extended: (day: string) => `Đã được gia hạn đến ${day}`,
    every: (count: number, period: string) =>
      count === 1 ? `mỗi ${every[period] ?? period} một lần` : `mỗi ${every[period] ?? period} ${count} lần`,
    noTrigger: "Chưa ghi nhận hướng dẫn, điều kiện phát sinh",
    trigger: (day: string) => `Đã có hướng dẫn, điều kiện ngày ${day}`,
    days: (n: number) => `${n} ngày sau khi có hướng dẫn, điều kiện`,
    period: (start: string, end: string) => `Kỳ đang tính: ${start} - ${end}`,
  },
};
