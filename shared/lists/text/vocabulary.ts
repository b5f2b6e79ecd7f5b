/** The words of 接龙 messages, as patterns at one place of a folded text (`fold.ts`). */

/** Counted goods; 块 is asked for, as it may be money. */
export const COUNTERS =
  '份个箱盒袋瓶包件只条把捆颗粒枚片提桶罐听杯碗套双对支枝束盆串筐篮板排扎单组盘根头朵本台张卷碟锅屉笼尾棵株副顶瓣位筒节打块'
/** Of one and the same kind: two of them in one line say different sizes. */
export const containers = '箱盒袋瓶包桶罐听杯提筐篮板'
export const weights: Readonly<Record<string, number>> = {
  斤: 1,
  市斤: 1,
  公斤: 2,
  千克: 2,
  kg: 2,
  克: 0.002,
  g: 0.002,
}
export const COUNTER = `(?:市斤|公斤|千克|kg|g(?![a-z])|克|斤|两(?![${COUNTERS}斤])|[${COUNTERS}])(?!装|元|号楼)`

/** Any of these patterns, at one place. */
const oneOf = (...patterns: readonly string[]) => new RegExp(`(?:${patterns.join('|')})`, 'y')

/** What can follow in front of goods and says nothing. */
export const filler =
  /(?:另外|还要|加上|下单|预[订定]|接龙|我?想要|我要|需要|帮我[订买带留]|我[订买]|再?来点|要|来|买|订|定|报|拿|留|和|与|跟|还有|以及|的|及)/y

export const each =
  /(?:全部|每样|每种|每款|每个|都|各自?)(?:各|要|来|拿|都|买|订|的)*(?=[\s:,]*[\d一二两三四五六七八九十半×x*+])/y
export const paid = oneOf(
  '款?已(?:付款?|转账?|支付|给钱?|发红包|结)(?:了|过)?',
  '钱?(?:付|转)(?:过)?了',
  '[未没待](?:付款?|转账?|支付)(?:了|过)?',
  '货到付款|到付',
  '(?:微信|支付宝|现金)(?:已?[付转]款?了?)?',
)
export const money =
  /(?:[¥$]\s*\d+(?:\.\d+)?|\d+(?:\.\d+)?\s*(?:元|块钱|rmb|圆)(?:[/每一][份个箱盒斤袋件])?)/y
export const note = /(?:备注|附言|留言|说明)[\s:=]*/y

export const cancel = oneOf(
  '(?:先|暂时)?取消(?:订单|接龙|掉|了)?',
  '(?:先|暂时)?不(?:要|用|订|定|买|接|拿|参加|参与)了',
  '退出(?:接龙)?了?|撤[销回单]了?|作废|退单了?|算了|删[掉除]了?|退了|划掉|放弃了?',
  '(?:不[要订买拿]|退|删)(?=[ ]*(?:[,;。!)\\n]|$))',
)
/** Only with goods behind it. */
export const drop = /(?:取消|不要|去掉|退掉|删掉|减掉)/y
export const change =
  /(?:更?改(?:成|为|到|订|要)?|变(?:成|为)|换(?:成|为)?|更正为?|调整[为到成]|[-=]>|→)/y
export const more = /(?:再|另|外|多|追)?(?:加(?:订|购|上)?|添)|再(?:来|要|订|买|拿)|另(?:来|要)/y
export const less = /(?:减少?|少要|退)/y
export const same =
  /(?:[同跟和与照如](?:上面|上|楼上|前面|前)(?:的|一位|一个)?(?:一样|相同|同款)?|楼上一样|一样(?:的)?|同款|ditto)/y
export const sameNumber = /[同跟和与照](?:第)?(\d{1,4})(?:号|楼)?(?:一样|相同|的)?/y

/** What nobody can be sure of. */
export const unsure =
  /(?:[?]|或者?|要么|若干|随便|待定|几[份个箱盒斤袋只]|没想好|左右|大概|差不多)/y

export const room = oneOf(
  '[a-z]?\\d{1,4}(?:[-/#]\\d{1,4})+',
  '[a-z]?\\d+(?:栋|幢|座|单元|号楼|号院|室|楼|层|期|区|弄|#)(?:[-\\d]|栋|幢|座|单元|号楼|室|楼|层|门)*',
)
export const phone = /1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/y
export const moment =
  /(?:\d{1,2}:\d{2}|\d{1,2}[点月](?:\d{1,2}[日号分]?|半)?|\d{1,2}[日号](?!\d|楼|院)|\d{1,2}\.\d{1,2}号)/y

const remarks = [
  '晚[上点饭些]|早[上点些]|[明今][天早晚日]|后天|下午|上午|中午|傍晚|周[一二三四五六日天末]|星期|礼拜|改[天日]',
  '\\d{1,2}[点号日:月]|[一二三四五六七八九十]+点|自[提取]|[到去来过店]*(?:[提拿](?!铁)|取(?!消))|送|放|代[取拿收]|[提取]货',
  '帮|请|麻烦|辛苦|谢|感谢|拜托|已|微信|支付宝|红包|转账|现金|付|到付|共|合计|总共|一共|电话|手机|联系|地址',
  '少[放糖冰辣盐油点一许]|多[放点加给冰糖]|微[糖辣]|[免不去][加放辣冰糖皮葱]|不要|别|加[冰糖辣热]|无[糖冰]|[全半][糖]',
  '要[大小熟生甜软硬脆新好红热冷冰]|挑|选|尽量|最好|切[片块丝好]|打包|分开|一起|[和跟].{1,10}一起|给.{1,10}[的拿]',
  '新鲜|[熟生甜辣软硬大小]一?[点些]|常温|冷[藏冻]|去冰|热的|冰的|[三五七]分[糖熟]|ok|好的|收到|来[拿取]',
  '过[来去]|下班|路过|在家|家里|门口|前台|楼下|保安|物业|驿站|候补|新人|第一次',
]
/** How a remark begins: goods never do. */
export const remarkStart = new RegExp(`^(?:${remarks.join('|')})`)
/** Words of goods: who writes them may mean goods that the list does not have. */
export const food =
  /[瓜果梨桃莓橙橘柑柚蕉萄樱榴枣柿杏芒椰菜豆薯米面粉肉鱼虾蟹蛋奶饭饼糕包酒茶鸡鸭鹅牛羊猪肠菇笋藕茄饺汤粥串]/
/** What a shopper is called by before a word: 小苹果 is a name. */
export const nickStart = /^[小大老阿]$/

export const closing =
  /^(?:大家|各位|亲们?|以上|截[止单]|谢谢|感谢|抓紧|快[点来]|温馨|注意|接龙(?:结束|截止|格式)|欢迎|后面|继续|待续|\.{3}|…)/
export const price =
  /(?:[¥$]\s*\d|\d\s*(?:元|块(?!$)|rmb|\/[份个箱盒斤袋件])|每[份个箱盒斤袋件]|特价|原价|单价)/
export const example = /^(?:例(?!外|行)|示例|样例|格式|e\.?g[.:])/

/** With which letters these words, numbers and signs begin: all others are quickly passed. */
export const starters: ReadonlySet<string> = new Set(
  '0123456789abcdefghijklmnopqrstuvwxyz零〇一二两三四五六七八九十百千半俩仨×*+-~→=?¥$\u0336' +
    '另还加下预接我想要需帮再来买订定报拿留和与跟以的及全每都各款已钱付转未没待货到微支现备附留说' +
    '先暂取不退撤作删算划放去减更改变换调多追外添少同照如楼或者若随几左右大差',
)
