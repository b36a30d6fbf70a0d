"""Modern policy prose that never was anybody's: sentences put together from a vocabulary by a seeded generator.

The documents are clean by construction: simplified script, full-width marks, numbers and dates in the form that
GB/T 9704 and GB/T 15835 ask for, so the whole pipeline must return each of them as the same object.
"""

from random import Random

PLACES = "青岚 云泽 临沅 洛川 松原 怀安 清江 南屏 白水 梅城 金沙 宁远 龙池 东岭 平湖 长汀 宜川 安溪 永丰 和顺".split()
RANKS = "市 县 区".split()
SURNAMES = "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗".split()
GIVEN = "建国 晓梅 海涛 志强 丽华 文斌 春燕 国庆 雪松 明远 思源 红霞 立新 永康 佳怡 学军".split()

OFFICES = """教育局 发展改革委 财政局 人力资源社会保障局 农业农村局 生态环境局 交通运输局 卫生健康委 医疗保障局 民政局
住房城乡建设局 商务局 科技局 市场监管局 应急管理局 文化和旅游局 自然资源局 水务局 统计局 司法局""".split()

THEMES = """职业教育产教融合 义务教育优质均衡发展 基层医疗卫生服务能力提升 养老服务体系建设 城镇老旧小区改造
农村人居环境整治 高标准农田建设 数字政府建设 营商环境优化 中小企业梯度培育 重点群体稳就业 乡村产业振兴 城乡供水一体化
大气污染防治 公共文化服务提质 综合交通枢纽建设 食品药品安全监管 防灾减灾能力建设 科技成果转化 消费品以旧换新
残疾人康复服务 社区治理创新 林业碳汇试点 跨境电商综合试验区建设 医保支付方式改革 学前教育普及普惠 家政服务提质扩容
工业园区循环化改造 河湖长制落实 保障性租赁住房供给""".split()

GOALS = """服务供给更加充足 制度体系更加健全 基础设施短板加快补齐 要素保障能力明显增强 群众满意度持续提升
协同推进机制基本形成 发展质量和效益显著改善 数据共享水平稳步提高 人才队伍结构更加合理 监督管理体系更加完备
城乡差距进一步缩小 绿色低碳转型取得实效 安全生产形势保持稳定 创新活力充分释放 特色品牌影响力不断扩大""".split()

VERBS = """加强 完善 推进 健全 优化 落实 强化 深化 规范 拓展 统筹 支持 建立 提升 改进""".split()

OBJECTS = """部门协调联动机制 资金使用绩效管理 专业技术人员培训 公共服务设施布局 信息化平台建设 项目全过程监管
教师队伍建设 财政投入保障机制 信用评价体系 政务服务流程 困难群体帮扶措施 农产品产销对接 社会力量参与渠道
校企合作办学模式 质量监测与评估 应急物资储备体系 家庭医生签约服务 知识产权保护 土地集约利用 基层治理效能
行政执法行为 科普宣传教育 重大风险排查化解 产业链上下游配套 干部考核评价办法 劳动者权益保障 传统村落保护利用""".split()

MEANS = """以县域为单元整合资源 通过政府购买服务等方式 采取线上线下相结合的办法 按照分级分类的原则 依托现有平台
结合年度重点工作 在充分调研论证的基础上 坚持问题导向和目标导向相统一 对照国家标准和行业规范 充分发挥市场机制作用
严格执行有关法律法规 根据轻重缓急有序安排 由牵头单位会同责任单位 借鉴先进地区成熟经验 压实属地管理责任""".split()

RESULTS = """有效缓解了供需矛盾 群众办事更加便捷 形成了可复制可推广的经验 为高质量发展提供了有力支撑 受到企业和社会各界好评
带动了周边村民就近就业 切实减轻了基层负担 提高了资源配置效率 实现了早发现、早报告、早处置 打通了服务群众的“最后一公里”
确保了各项任务按期完成 探索出一条符合本地实际的路子 补上了多年的短板 让改革成果更多惠及全体人民""".split()

#: What is built, bought or trained, with the measure word that belongs to it.
THINGS = """学位:个 养老床位:张 公益性岗位:个 标准化厂房:栋 充电桩:台 农村公路:公里 供水管网:公里 示范基地:家 服务站点:处
技术骨干:名 志愿者:人 实训设备:台 公共停车位:个 农民合作社:家 村卫生室:所 图书室:间 检测机构:家 发明专利:件 高新技术企业:家
托位:个 高标准农田:亩 造林面积:公顷 保障性住房:套 老旧小区:个 公交线路:条 科技特派员:人次 网格员:名""".split()

QUOTED = """一网通办 双减 放管服 互联网+ 双随机、一公开 十四五 十五五 最多跑一次 百千万工程 校中厂 厂中校 好差评 揭榜挂帅
一件事一次办 小个专 两山 专精特新 三农 五育并举 双师型""".split()

LAWS = """中华人民共和国职业教育法 中华人民共和国安全生产法 中华人民共和国预算法 政府信息公开条例 优化营商环境条例
中华人民共和国乡村振兴促进法 医疗保障基金使用监督管理条例 保障农民工工资支付条例 中华人民共和国老年人权益保障法""".split()

ISSUERS = "国办发 国发 教职成 财社 人社部发 发改投资 农计发 建城 民发 川府办发 浙政发 粤教职".split()
LETTERS = ["5G", "AI", "LED", "GDP", "PM2.5", "App", "VR", "CT", "ISO", "OTC"]
HAN_ORDINALS = "一二三四五六七八九"
FIRSTS = "一是 二是 三是 四是 五是".split()


class Prose:
    """A writer of clean policy documents; all of its choices come from one random generator."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.place = rng.choice(PLACES) + rng.choice(RANKS)
        self.theme = rng.choice(THEMES)

    def pick(self, items: list[str]) -> str:
        return self.rng.choice(items)

    def number(self) -> str:
        rng = self.rng
        return rng.choice([
            lambda: str(rng.randrange(10, 100)),
            lambda: str(rng.randrange(100, 1000)),
            lambda: str(rng.randrange(1000, 9000)),
            lambda: f"{rng.randrange(1, 90)}.{rng.randrange(1, 10)}万",
            lambda: f"{rng.randrange(2, 90)}00余",
        ])()

    def thing(self) -> str:
        thing, unit = self.pick(THINGS).split(":")
        return f"{thing}{self.number()}{unit}"

    def money(self) -> str:
        return f"{self.rng.randrange(1, 400)}.{self.rng.randrange(1, 100)}亿元" if self.rng.random() < 0.5 \
            else f"{self.rng.randrange(10, 9900)}万元"

    def percent(self) -> str:
        return f"{self.rng.randrange(1, 100)}.{self.rng.randrange(1, 10)}%" if self.rng.random() < 0.7 \
            else f"{self.rng.randrange(2, 100)}%"

    def date(self) -> str:
        year, month, day = self.rng.randrange(2018, 2026), self.rng.randrange(1, 13), self.rng.randrange(1, 29)
        return self.rng.choice([f"{year}年{month}月{day}日", f"{year}年{month}月", f"{year}年", f"{year}年底前",
                                f"{month}月{day}日", f"{year}年第三季度", f"{year}—{year + 3}年"])

    def document_number(self) -> str:
        return f"{self.pick(ISSUERS)}〔{self.rng.randrange(2017, 2026)}〕{self.rng.randrange(1, 120)}号"

    def sentence(self) -> str:
        rng, pick = self.rng, self.pick
        office = self.place[-1] + pick(OFFICES)
        return rng.choice([
            lambda: f"{pick(MEANS)}，{pick(VERBS)}{pick(OBJECTS)}，{pick(VERBS)}{pick(OBJECTS)}，{pick(RESULTS)}。",
            lambda: f"{self.date()}，全{self.place[-1]}新增{self.thing()}，"
                    f"同比增长{self.percent()}，{pick(RESULTS)}。",
            lambda: f"由{office}牵头，{pick(OFFICES)}、{pick(OFFICES)}配合，{pick(VERBS)}{pick(OBJECTS)}。",
            lambda: f"要{pick(VERBS)}{pick(OBJECTS)}，把“{pick(QUOTED)}”改革作为重要抓手，推动{self.theme}{pick(GOALS)}。",
            lambda: f"全年安排{pick(THEMES)}补助{self.money()}，其中省级财政承担{self.percent()}，"
                    f"惠及{pick(PLACES)}、{pick(PLACES)}等地群众{self.number()}人。",
            lambda: f"依据《{pick(LAWS)}》和{self.document_number()}文件要求，{pick(VERBS)}{pick(OBJECTS)}；"
                    f"对落实不力的，按规定予以通报。",
            lambda: f"{pick(FIRSTS)}{pick(VERBS)}{pick(OBJECTS)}。",
            lambda: "".join(f"{first}{pick(VERBS)}{pick(OBJECTS)}，{pick(MEANS)}。" for first in FIRSTS[:3]),
            lambda: f"推广{pick(LETTERS)}等新技术应用，新增{self.thing()}"
                    f"（其中{pick(PLACES)}{pick(RANKS)}占{self.percent()}）。",
            lambda: f"力争到{rng.randrange(2025, 2031)}年，{pick(GOALS)}、{pick(GOALS)}，"
                    f"{pick(THINGS).split(':')[0]}完成率达到{self.percent()}以上。",
            lambda: f"“我们{pick(VERBS)}{pick(OBJECTS)}，{pick(RESULTS)}。”"
                    f"{office}负责人{pick(SURNAMES)}{pick(GIVEN)}说。",
            lambda: f"{pick(OFFICES)}要于每月{rng.randrange(5, 26)}日前报送{pick(THEMES)}进展情况，{pick(MEANS)}，"
                    f"{pick(VERBS)}{pick(OBJECTS)}。",
        ])()

    def paragraph(self) -> str:
        return "".join(self.sentence() for _ in range(self.rng.randrange(2, 5)))

    def notice(self, size: int) -> list[str]:
        """A notice with numbered sections, an annex and a date line."""
        rng = self.rng
        lines = [
            f"{self.place}人民政府办公室关于印发《{self.place}{self.theme}实施方案》的通知",
            f"各乡镇人民政府、街道办事处，{self.place[-1]}政府各部门：",
            f"《{self.place}{self.theme}实施方案》（以下简称《方案》）已经{self.place[-1]}政府第{rng.randrange(12, 60)}次"
            "常务会议审议通过，现印发给你们，请认真贯彻执行。",
        ]
        sections = ["总体要求", "重点任务", "改革举措", "进度安排", "保障措施", "监督考核", "其他事项"]
        length = sum(map(len, lines))
        for index, title in enumerate(sections):
            part = [f"{HAN_ORDINALS[index]}、{title}"]
            part += [f"（{HAN_ORDINALS[k]}）{self.pick(VERBS)}{self.pick(OBJECTS)}。{self.paragraph()}"
                     for k in range(rng.randrange(2, 5))]
            if rng.random() < 0.4:
                part += [f"{k}.{self.sentence()}" for k in range(1, 4)]
            lines += part
            length += sum(map(len, part))
            if length > size:
                break
        lines += [f"附件：{self.theme}任务分工表", f"{self.place}人民政府办公室",
                  f"{rng.randrange(2019, 2026)}年{rng.randrange(1, 13)}月{rng.randrange(1, 29)}日"]
        return lines

    def report(self, size: int) -> list[str]:
        """News of a meeting, in plain paragraphs."""
        lines = [f"{self.place}召开{self.theme}工作推进会"]
        while sum(map(len, lines)) < size:
            lines.append(self.rng.choice(["会议指出，", "会议强调，", "据了解，", "近年来，", "与会人员认为，", ""])
                         + self.paragraph())
        return lines

    def summary(self, size: int) -> list[str]:
        """A work report: parts with a heading each."""
        year = self.rng.randrange(2019, 2026)
        title = self.pick(["工作总结", "工作总结和下一年工作打算", f"工作总结及{year + 1}年工作计划", "上半年重点工作完成情况的报告",
                           "法治政府建设情况报告"])
        lines = [f"{self.place}{self.pick(OFFICES)}{year}年{title}"]
        for index in range(9):
            lines += [f"{HAN_ORDINALS[index]}、{self.pick(VERBS)}{self.pick(OBJECTS)}，{self.pick(GOALS)}",
                      self.paragraph(), self.paragraph()]
            if sum(map(len, lines)) > size:
                break
        return lines


def document(rng: Random) -> str:
    """One clean document of 1,000 to 3,000 characters."""
    while True:
        writer = Prose(rng)
        form = rng.choice([Prose.notice, Prose.report, Prose.summary])
        text = "\n".join(form(writer, rng.randrange(1000, 2700))) + "\n"
        if 1000 <= len(text) <= 3000:
            return text
