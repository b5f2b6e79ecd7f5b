/**
 * The words that the share guard knows, by what they do in a sentence: patterns as tables. They are
 * read in plain Chinese (`plain-chinese.ts`): simplified, without spaces, 您 for every "you".
 */

const count = '[\\d一二两三四五六七八九十百几多每各]+'
const counted = `(?:${count})?(?:个|位|名|次)?(?:不同的?)?`
const friend = '好友|朋友|亲友|邻居|闺蜜|同事|家人|亲戚|街坊'
const groups = '(?:微信|业主|家长|小区|同学|家族|亲友|家庭|大|好友|聊天|邻居|闺蜜|同事|单位)*群'

/** Words that merely contain one of the others: they are taken out before anything is read. */
export const harmless: readonly string[] = [
  '分享(?:装|包|盒|桶|袋|杯|会|课|餐|套餐|款|型|份|盘|箱|瓶|锅|拼盘|季|沙龙|讲座|嘉宾)',
  '转发(?:货|酵|器)',
  '(?:诚挚?|特|敬)?邀请?(?:您(?!的)|各位|大家|全体|所有|街坊邻居们|邻居们|老师|师傅|专家|嘉宾|函)',
  '邀请码(?=已|停|过期|作废|无效)|受邀|应邀|特邀嘉宾',
  '(?:与|和|跟|同)(?:家人|爱人|孩子|父母|爸妈|老人|全家|亲友|小伙伴)们?(?:一起|一同|共同)?分享',
  '先到先得|[记觉值懂舍难显使认晓]得|获得感',
  '送(?:货|到|达|菜|餐|礼|长辈|父母|上门|检)|(?:[配运]|(?<!转)发)送|赠言',
  '领(?:鲜|先|导|口|衔|域)|[带率白]领|奖状',
  '换(?:季|货|新鞋)|[退更调]换|拿(?:铁|手)|抽(?:纸|屉|空|油烟)|[往]返|返(?:乡|程)',
  '减(?:肥|脂|盐|糖)|特别|别(?:的|致|墅)|[区分个]别',
  '(?:如|若|如果|假如)(?:您)?需要?(?:分享|转发)',
  '需要(?:分享|转发)的(?=请|可|找)',
]

/** What somebody is to do, by the kind of it. */
export const acts: readonly (readonly [kind: 'share' | 'moments' | 'invite', word: string])[] = [
  ['moments', '(?:发|晒|转|上|分享|到|至|在|进)[^得领送奖]{0,4}?(?:朋友圈|圈里|圈子)'],
  ['moments', '朋友圈(?![的里火见])(?:集赞|点赞|截图|打卡|转发|分享|展示|宣传|推广|广告)?|发圈'],
  ['share', '分享|转发|转起来|转一?下(?!班)|转出去|转得?越|动动手指|群发|扩散|安利|传播'],
  ['share', `转[到至进发去](?:了)?.{0,6}?(?:群|${friend})`],
  ['share', `[转传]给${counted}.{0,4}?(?:群|${friend}|人)`],
  ['share', `转${counted}群`],
  ['share', `发(?:到|至|往|去|进|在)?(?:自己|您)?的?${counted}${groups}`],
  ['share', `发(?:送)?给${counted}(?:微信)?(?:群|${friend}|人)`],
  ['share', '群(?:里|内)?[各都]?[发转].{0,4}(?:海报|链接|图|活动|本)'],
  ['share', `[甩丢扔贴推挂](?:到|进|去|至|在).{0,5}?群`],
  ['share', `推(?:荐|送)?给|晒(?:单|图|照|出|到|一晒|进)`],
  ['invite', `邀请?(?:满|够|到)?${counted}新?(?:${friend}|新人|人|会员|ta|他人)|邀请`],
  ['invite', `拉(?:满|够|到)?${counted}新?(?:${friend}|新人|人|会员|ta|进群|入群)|拉新|拉群`],
  [
    'invite',
    `[喊叫找](?:上|来|到)?${counted}(?:${friend}|人)(?=.{0,4}(?:进群|入群|入会|注册|扫码))`,
  ],
  ['invite', `(?:凑|召集|约|组)(?:齐|满|够|到)${counted}(?:${friend}|人)|组队(?=[领得拿])`],
  ['invite', `推荐${counted}新?(?:${friend}|新人|会员|人)|老带新|带新人?|裂变|人头`],
]

/** What others are to do for somebody: no more than a tap. */
export const taps: readonly string[] = [
  `集(?:满|够|齐)?${counted}赞|[攒求]赞|点赞|赞(?:满|够|数)`,
  '砍[一1几]?刀|砍价|帮砍',
  `帮(?:我|忙|您|ta|他|${friend}|他人)?(?:点|助力|砍)`,
  `(?:${friend}|人|位|找|请|喊|求|微信|扫码)助力`,
  `助力(?:成功|满|后|人数|免费|领|得|拿|值|码|享|榜|一下|${count})`,
  '拆红包|拼手气|互点',
]

const strangers = `${friend.replace('|邻居', '').replace('|街坊', '')}|对方|别人|他人|被邀请|ta|您的邻居`
const touches =
  '打开|点开|点击|点一下|点进|点了|点您|点我|浏览|访问|查看|看一眼|看了|扫码|扫一扫|扫您|进入|进来|进小程序|进店逛' +
  '|阅读|关注|注册|入群|进群|加群|授权|登录|入会|加入|开卡|成为会员'

/** A friend opens or joins, and buys nothing. */
export const openings: readonly string[] = [
  `(?:${strangers}).{0,10}?(?:${touches})`,
  `(?:有|${count})(?:个|位|名)?人.{0,8}?(?:打开|点开|点击|通过[您我])`,
  `[您我](?:分享|转?发)?的(?:专属)?(?:链接|海报|卡片|二维码|码).{0,8}?(?:打开|点|扫|进|加入|注册|来)`,
  `(?:打开|点开|点击|扫)(?:了)?[您我](?:分享|转?发)?的`,
]

const figures = '[\\d一二两三四五六七八九十百]+'

/** What somebody gains: a word of giving. */
export const gains: readonly string[] = [
  '[可即各就再都立能还均]得|得(?=[\\d一二两双三五十百]|积分|优?惠?券|优惠|红包|奖|礼|现金|免|到|鸡|牛|蛋)',
  '获|领|送|赠|奖|返|拿|赚|赢|换|兑|抽|有礼|免单|立减|减免|红包|现金|佣金|提成|白嫖|机会|手气|翻倍|双倍',
  '归您|[抱带]回家|[抱拿]走|抵扣|刮一|拆盲盒|免(?:单|排队|运费|邮)',
  '想要.{0,6}(?:半价|便宜|优惠|特价|折扣)|不等$',
  '免费(?:吃|喝|品尝|体验|试用|参加|带走|一)(?!活动)',
  '(?:有|享受?|给|发)您?[^不没无]{0,3}(?:优惠|福利|红包|券|现金|礼|奖|折)',
  // What is handed out by the piece: 补发一张, 再发两份.
  '[补再加多]发(?=[一两二三四五\\d]+[张份个])',
]

/** The same, told by a figure alone. */
export const gainFigures: readonly string[] = [
  `${figures}(?:积分|分)(?![钟之店公])|[加减省多]${figures}`,
  `${figures}(?:元|块)钱?(?:券|红包|现金|代金|无门槛|优惠|[每一]|$)|[打享]?${figures}折|券${figures}张`,
]

/** A gain that is denied. */
export const denial =
  /(?:不(?![仅但只光])|没有?|无|禁止|谢绝)(?:会|能|可|再|予|给|任何|额外|另外?|有|设|算|计|提供|发放?|参与|因此|以此|增加|多)*$/

/** What a gain depends on by itself, without anybody sharing. */
export const ownConditions = oneOf([
  '满[\\d一二两三四五六七八九十百]+(?![\\d一二两三四五六七八九十百]|人|个|位|次)|消费|购买|下单|签到|首单|生日|会员日|到店购|每买',
  '买[\\d一二两三]|兑换|集章|入会即|入会可|积分换',
])

/** The invited person's own purchase. */
export const purchases = oneOf([
  '首(?:次|笔)?(?:单|购|消费|购买|下单|买|订单|付款)|第一(?:单|笔|次(?:消费|购买|下单|买))',
  '(?:完成|到店|有过?)(?:了)?(?:消费|购买|订单|下单)|(?:消费|下单|购买|买单|付款)(?:后|过|了|满)',
])

export const invitedOnes = new RegExp(`${friend}|对方|被邀请|新人|新会员|ta|双方|两人|他`)

const shopPeople = '我们|店长|本店|小店|老板|店员|客服|团长|群主|店主|店里'
const shopThings = '名单|(?:自提|[提取]货)码|通知|优惠券|券|结果|公告|菜单'
const when = '会|将|每[天日周晚]|随时|定期|于|今晚|明天|[\\d一二三四五六七八九十]+点'

/** What the shop itself does, and asks nobody to do. */
export const shopActs = new RegExp(`(?:${shopPeople}|${shopThings})(?:${when})[^请得领]{0,8}$`)

export const refusals =
  '不用|无需|不需要?|无须|毋须|不必|不要|别(?!人|家)|请勿|勿|禁止|严禁|不得|不可|不能|不准|不许|谢绝|拒绝|不鼓励|不搞|不做|不玩' +
  '|不设|没有|抵制|杜绝|告别|不接受|不看|不收|不算|不支持|不凭|不靠|不要求|不强制|不强求'

/** Before the act: nobody has to. */
export const soft =
  /欢迎|可以|也可|方便|随手|随意|自愿|喜欢|愿意|帮忙|麻烦|多多|觉得|好吃|好用|满意|不妨/

/** Before the act: she has to. */
export const demands =
  /必须|必需|务必|[需须]|先|条件|前提|只[要需]|靠|凭|要求|方[法式]|步骤|玩法|途径|规则|怎么|想要/

/** The same, and nothing else can be meant. */
export const orders =
  /(?:必须|必需|务必|[需须]要?|前提|条件|请先|要先|得先|^先).{0,8}$|[仅只限](?:对|限|供|给|面向).{0,4}$/

/** Behind the act: this is all that is asked. */
export const isAllThatIsAsked = /(?:就行|即可|就好|就成|就能|就可以?|完事|搞定)$/

/** Behind the act: only then. */
export const onlyThen =
  /才|方[可能]|解锁|后(?:可|即|就|能|再|查看|看|参加|参与|进入|继续|下载|显示|下单|入会|开启)|再(?:来|去)?(?:领|看|参|下单|进)|否则|不然/

/** The same, and nothing else can be meant. */
export const onlyThenSurely =
  /才|方[可能]|解锁|否则|不然|后(?:查看|看|参加|参与|进入|继续|下载|显示|开启)/

/** A part that goes on so hangs on the one before it. */
export const goesOn = /^(?:.{0,6}(?:才[能可给]|再[给为帮]您)|才|方可|否则|不然|就能|就可以|再)/

/** Without it, nothing: what follows an act that she did not do. */
export const lost =
  /(?:[不没无未]|别想|取消|失去|作废)(?:能|可|得|法|会|予|给|发|送|领|享|参|进|看|算|有|再|资格)/

/** The same in few words: 不转不送. */
export const nothingWithout = /不[转晒邀]发?(?:的|就|者|则)?[不没无](?!也|会少)/

/** And yet it is given: the act does not matter. */
export const anyway = /也(?:能|可|会|有|照|一样|不)|照样|照常|一样|都[能可有]|不影响|无关/
export const unrelated =
  /无关|不影响|没有?关系|与否|是否|有没有|转不转|转发不转发|分不分享|分享不分享/

/** Which gain is meant, where it stands in another sentence. */
export const links =
  /凭|截图|完成|后|即|就|便|奖励|每|成功|照做|做到|的人|者|为此|可[领得换]|[到来]店领|找店员|联系店员|送[上您]|私信/

/** Also behind a friendly word: the gain is for what she did. */
export const surelyLinks = /凭|截图|完成|成功|照做|做到|每(?:转|分|发|邀)/

export const chances =
  /抽|拼手气|手气|随机|盲盒|转盘|刮刮|机会|概率|最高|最多可|幸运|不等|砸金蛋|金蛋|开奖|赢取|好运/

export const hints = /惊喜|神秘|彩蛋|红点|角标|懂的|好处|好事/

/** A gift that one person may take is given on, not shared. */
export const givenOn = oneOf([
  '(?:券|礼|卡|份).{0,12}(?:分享|转|发|送)(?:送|赠)?给(?:一|1|指定)(?:位|个|名).{0,4}(?:友|人|邻居)',
  '(?:仅限|只能|只限|限|由|只有)(?:一|1)(?:人|位|名).{0,6}(?:领|收|得)|转赠',
])

/** The giver gains as well. */
export const giverGains =
  /[您我](?:自己)?(?:也|还|就|都|再|可|即)?(?:能|可以?)?(?:得|获|领|拿|送)|双方|各得|一人一份|返/

function oneOf(words: readonly string[]): RegExp {
  return new RegExp(words.join('|'))
}
