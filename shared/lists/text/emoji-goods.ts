/** What an emoji stands for among goods: each with the words that an item may have for it. */

const rows = `
🍎 苹果|🍏 青苹果,苹果|🍐 梨|🍊 橘,桔,橙,柑|🍋 柠檬|🍌 蕉|🍉 西瓜|🍇 葡萄,提子|🍓 草莓|🫐 蓝莓|🍈 甜瓜,哈密瓜,蜜瓜
🍒 樱桃,车厘子|🍑 桃|🥭 芒果|🍍 菠萝,凤梨|🥥 椰|🥝 猕猴桃,奇异果|🍅 番茄,西红柿|🍆 茄子|🥑 牛油果|🥦 西兰花
🥬 白菜,青菜,生菜,菜心|🥒 黄瓜|🌶 辣椒|🌽 玉米|🥕 胡萝卜|🧄 蒜|🧅 洋葱|🥔 土豆,马铃薯|🍠 红薯,地瓜,番薯
🥐 可颂,牛角|🥖 法棍,法式面包|🍞 面包,吐司|🥯 贝果|🥨 碱水|🥞 松饼|🥚 鸡蛋,土鸡蛋|🥛 牛奶,鲜奶|🧀 芝士,奶酪
🍗 鸡腿|🍖 排骨|🥩 牛排,牛肉|🥓 培根|🍔 汉堡|🍟 薯条|🍕 披萨|🌭 热狗|🥪 三明治|🥗 沙拉,轻食|🍚 米饭,大米
🍙 饭团|🍘 米饼|🍜 面|🍝 意面|🍣 寿司|🍱 便当|🥟 饺|🦐 虾|🍤 虾|🦞 龙虾|🦀 蟹|🐟 鱼|🐠 鱼|🦑 鱿鱼|🐙 章鱼
🦪 生蚝,牡蛎|🍦 冰淇淋,雪糕|🍨 冰淇淋|🍧 刨冰|🍰 蛋糕|🎂 蛋糕|🧁 纸杯蛋糕,杯子蛋糕|🥧 派|🍫 巧克力|🍬 糖
🍮 布丁|🍯 蜂蜜|☕ 咖啡|🍵 茶|🧋 奶茶|🍺 啤酒|🍷 红酒|🥮 月饼|🍩 甜甜圈|🍪 曲奇,饼干|🌰 栗子,板栗|🥜 花生
🍄 蘑菇,香菇|🐔 鸡|🐓 鸡|🦆 鸭|🐷 猪肉|🐑 羊肉|🌹 玫瑰|💐 花束|🌷 郁金香|🌻 向日葵|🧻 纸`

/** Emoji → words, the better one first. */
export const emojiGoods: ReadonlyMap<string, readonly string[]> = new Map(
  rows
    .trim()
    .split(/[|\n]/)
    .map((row): [string, readonly string[]] => {
      const [emoji = '', words = ''] = row.split(' ')
      return [emoji, words.split(',')]
    }),
)
