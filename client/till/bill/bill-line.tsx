import { CATEGORY_MAX_LENGTH, LINE_TITLE_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { FieldBox } from '../../parts/field'
import type { TypedLine } from '../../session/typed-bill'

interface BillLineProps {
  line: TypedLine
  lineNo: number
  /** Just added: its amount is typed next. */
  isNewest: boolean
  /** The kinds of goods that her coupons are for; without any, a line need not say its own. */
  categories: readonly string[]
  onChange(part: Partial<TypedLine>): void
  onDrop(): void
}

/** One line of the bill: what it costs, whether it earns, and what it is called if that matters. */
export function BillLine(props: BillLineProps): ReactNode {
  const { line, lineNo, isNewest, categories, onChange, onDrop } = props
  const { title, amount, isExcluded } = line
  const isWritten = useFocusOnceThere(isNewest)
  return (
    <View className="bill-line">
      <View className="bill-line-row">
        <View className="bill-line-no figures">{lineNo}</View>
        <FieldBox
          className="bill-line-amount"
          label={`第 ${lineNo} 行金额`}
          reads="money"
          value={amount}
          focus={isWritten}
          placeholder="金额（元）"
          onChange={(typed) => onChange({ amount: typed })}
        />
        <View
          className={`bill-line-earns ${isExcluded ? '' : 'bill-line-ticked'}`}
          role="checkbox"
          aria-checked={!isExcluded}
          aria-label={`第 ${lineNo} 行计积分`}
          hoverClass="touched"
          onClick={() => onChange({ isExcluded: !isExcluded })}
        >
          <View className="bill-line-tick">{isExcluded ? '' : '✓'}</View>
          计积分
        </View>
      </View>
      <View className="bill-line-row">
        <FieldBox
          className="bill-line-title"
          label={`第 ${lineNo} 行商品名`}
          value={title}
          maxLength={LINE_TITLE_MAX_LENGTH}
          placeholder="商品名，可不填"
          onChange={(typed) => onChange({ title: typed })}
        />
        <View
          className="bill-line-drop"
          hoverClass="touched"
          role="button"
          aria-label={`删除第 ${lineNo} 行`}
          onClick={onDrop}
        >
          删除
        </View>
      </View>
      {categories.length > 0 && (
        <Category
          lineNo={lineNo}
          category={line.category}
          categories={categories}
          onChange={(category) => onChange({ category })}
        />
      )}
    </View>
  )
}

interface CategoryProps {
  lineNo: number
  category: string
  categories: readonly string[]
  onChange(category: string): void
}

/** What kind of goods it is: one tap for what her coupons name, or typed. */
function Category({ lineNo, category, categories, onChange }: CategoryProps): ReactNode {
  return (
    <View className="bill-line-row bill-line-kinds">
      {categories.map((each) => (
        <View
          key={each}
          className={`bill-kind ${each === category ? 'bill-kind-on' : ''}`}
          role="button"
          aria-pressed={each === category}
          aria-label={`第 ${lineNo} 行是${each}`}
          hoverClass="touched"
          onClick={() => onChange(each === category ? '' : each)}
        >
          {each === category ? `✓ ${each}` : each}
        </View>
      ))}
      <FieldBox
        className="bill-line-category"
        label={`第 ${lineNo} 行类别`}
        value={categories.includes(category) ? '' : category}
        maxLength={CATEGORY_MAX_LENGTH}
        placeholder="其他类别"
        onChange={onChange}
      />
    </View>
  )
}

/** A field takes the focus once it is there: the browser's twin ignores one it is born with. */
function useFocusOnceThere(isWanted: boolean): boolean {
  const [isFocused, setFocused] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setFocused(isWanted))
    return () => clearTimeout(timer)
  }, [isWanted])
  return isFocused
}
