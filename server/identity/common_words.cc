#include "server/identity/common_passwords.h"

namespace luuvet::server {

// Collected for this project: the words that well-known passwords are built from, and what officials of a Vietnamese
// province would add to them: phrases, names of persons and places, offices, words of this work. Ready-made lists help
// little: of the 3,546 passwords that come with Debian's john-data, 48 are long enough for us at all (each is refused),
// and cracklib-runtime's is an English dictionary.
std::string_view common_words() {
  return R"(
password passwort passe motdepasse contrasena senha parola pass passwd passcode pwd pw word words my mine the new old
admin administrator root user users login logon guest test tester testing demo default system sysadmin server master
supervisor manager office internet computer laptop windows linux ubuntu debian oracle mysql postgres database cisco
router wifi network cloud google gmail yahoo hotmail facebook zalo tiktok youtube twitter instagram linkedin microsoft
apple iphone ipad samsung nokia android huawei xiaomi vivo oppo sony dell lenovo asus intel adobe photoshop excel
welcome hello hi hey letmein let me in open sesame access secret private secure security changeme change temp temporary
iloveyou love you lovely lover loveme ilove forever always baby babygirl babyboy honey sweet sweetie sweetheart angel
darling princess prince queen king kingdom sunshine moonlight sunflower flower rose lily daisy jasmine orchid lotus
monkey dragon tiger lion eagle panther shadow wolf bear panda horse mustang cat dog kitty puppy bird fish dolphin
butterfly phoenix falcon hawk snake spider turtle rabbit mouse chicken buffalo elephant unicorn pokemon pikachu naruto
superman batman spiderman ironman starwars starlight startrek matrix hunter killer soldier warrior ninja samurai knight
football soccer baseball basketball hockey tennis golf volleyball badminton arsenal chelsea liverpool manchester united
barcelona realmadrid madrid juventus milan messi ronaldo neymar beckham rooney mu mufc juve bayern
michael michelle jessica jennifer jordan daniel david robert thomas charlie andrew matthew joshua anthony william james
john joseph richard george steven kevin justin brandon ashley amanda nicole elizabeth samantha stephanie melissa sarah
maria anna emma sophie hannah alexander alexandra nicholas christian christopher patrick peter paul mark tony jack
harry henry oliver oscar lucas max sam tom jerry mickey donald buster maggie ginger pepper cookie banana orange lemon
cherry apple peach strawberry chocolate coffee pizza cheese butter sugar candy summer winter spring autumn fall
january february march april june july august september october november december monday tuesday wednesday thursday
friday saturday sunday morning night today tomorrow happy birthday newyear christmas holiday freedom liberty peace
america american london paris tokyo china japan korea russia germany france england canada australia mexico brazil
silver golden diamond crystal purple yellow green black white red blue pink brown gray rainbow thunder lightning storm
fire water earth wind snow rain ocean river mountain island star moon sun sky heaven hell devil demon god jesus christ
bless faith hope trust grace lucky luck success winner champion power strong super hyper mega ultra great good best
cool nice awesome perfect beautiful pretty cute sexy hot crazy funny mother father mom dad mama papa mommy daddy family
sister brother friend friends bestfriend husband wife son daughter money rich gold dollar bitcoin crypto bank credit
harley porsche ferrari mercedes toyota honda yamaha suzuki corvette camaro music guitar piano metallica nirvana eminem
beatles blackpink bts exo whatever nothing something everything anything qwerty qwertz azerty asdf asdfgh zxcv zxcvbn
qwert qwer asd zxc qaz wsx edc rfv tgb yhn ujm qazwsx wsxedc one two three four five six seven eight nine ten zero
california roadrunner cunningham enterprise management revolution tinkerbell winniethepooh winnie chrisbrown potter
harrypotter linkinpark estrellita friendster daddysgirl tokiohotel undertaker cheerleader cinderella princesita
jesucristo friendship cannondale prometheus rastafarian instructor account nightshade jethrotull hellokitty newaccount
trustno starcraft warcraft minecraft fortnite playstation xbox nintendo game gamer games player liverpoolfc london
matkhau matma mk mat khau dangnhap dang nhap taikhoan tai khoan nguoidung quantri quan tri quantrivien hethong maychu
maytinh may tinh mangmaytinh bimat bi mat khongbiet khong biet khongco khongnho quenmatkhau doimatkhau doi moi moimoi
anhyeuem anh yeu em yeuem yeuanh emyeuanh yeuthuong thuong nho nhoem nhoanh anhnhoem emnhoanh mainho maiyeu mai maimai
yeumai vinhvien hanhphuc hanh phuc tinhyeu tinhban giadinh gia dinh giadinhtoi conyeu con me bo mebo bome ongba ong ba
chaome yeume yeubo yeucon yeuvo yeuchong vo chong vochong concai contrai congai cauvang bexinh beyeu be xinh dep
xinhdep dethuong dangyeu deptrai tinhnghia banbe ban than banthan hoctro hocsinh sinhvien giaovien truonghoc daihoc
cogiao thaygiao lophoc chaoban xinchao chao camon cam on xin loi xinloi tambiet chuc mung chucmung namoi nammoi tetden
mungxuan xuan ha thu dong muaxuan muaha muathu muadong matong mattroi mattrang bautroi ngoisao anhsao bienxanh hoahong
hoasen hoadao hoamai hoalan hoaban hoacuc camtu phuongdo conmeo concho conheo conga contrau conho conrong rong vang
songlong thanhlong bachho mayman may man maymanman phattai phat tai phatloc loc tailoc thanhcong thanh cong thanhdat
dat giaucot giau sang giausang tien tienbac tiendola vangbac suckhoe binhan binh an binhyen antam hoabinh hoa tudo
doclap doclaptudo doclaptudohanhphuc vietnam viet nam vietnamvodich vodich vn vnn vnpt viettel mobifone vinaphone fpt
bkav vietcombank agribank bidv techcombank ngan hang nganhang bongda bong da congphuong quanghai vuotqua chienthang
hochiminh bacho ho chi minh chutich dangcongsan dang bodoi cuho chienthangdienbien dienbienphu quoc khanh quockhanh
hanoi ha noi saigon sai gon tphcm hcm danang da nang haiphong hai phong cantho can tho hue laocai lao cai yenbai yen bai
sapa sa pa bacha bat xat batxat baoyen baothang muongkhuong simacai vanban luc luyenchau mucangchai trantau nghialo
vanchan vanyen tranyen yenbinh fansipan hoanglien tanguyen laichau sonla dienbien hagiang caobang langson tuyenquang
thainguyen backan phutho vinhphuc bacninh bacgiang quangninh halong haiduong hungyen thaibinh namdinh ninhbinh thanhhoa
nghean hatinh quangbinh quangtri quangnam quangngai binhdinh phuyen khanhhoa nhatrang ninhthuan binhthuan kontum gialai
daklak daknong lamdong dalat binhphuoc tayninh binhduong dongnai vungtau longan tiengiang bentre travinh vinhlong
dongthap angiang kiengiang phuquoc haugiang soctrang baclieu camau tinh tinhlaocai tinhyenbai thanhpho huyen xa phuong
thon ubnd hdnd ubndtinh uyban uybannhandan nhandan vanphong vanphongubnd so sokhcn sonnmt sotc sotaichinh sonoivu
sogddt soyte soxaydung sotuphap socongthuong congan congantinh quandoi quansu bienphong thue khobac baohiem bhxh toaan
vienkiemsat thanhtra mttq tinhuy huyenuy danguy bantochuc bantuyengiao giamdoc phogiamdoc truongphong photruongphong
chanhvanphong chuyenvien canbo congchuc vienchuc lanhdao nhanvien vanthu ketoan phong ban chuyen doi chuyendoiso
chuyendoi khoahoc congnghe khoahoccongnghe doimoisangtao sangtao nghiquyet kehoach baocao tiendo nhiemvu chitieu
theodoi luuvet luu vet quanly dieuhanh congviec lamviec lam viec
nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly dinh dao doan trinh truong lam luong mac cao chu ta
to ton tong thai trieu lo lu vang giang sung thao ma vi nong be hau cu vuong
van thi duc huu cong ngoc quang dinh xuan bao gia kim kieu thuy thanh hong minh tuan tu tuananh anhtuan hung dung cuong
hai son nam trung hieu thang thinh tien toan trong truc trung vinh viet vuong khanh khoa khoi kien lan lien linh loan
long loi luan mai my nga ngan nghia nhan nhung nhu nu oanh phuc phung phuong quan quy quyen quynh sang tam tan tai tram
trang tri trinh truc tuyet uyen van vy yen anh an binh chau chi chien cuc diep diem duy duyen giang ha hanh hang hien
hoa hoai hoan hue huong huyen
)";
}

}  // namespace luuvet::server
