import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../client/app.scss'
import { Notice, PageState } from '../../../client/page-state'
import { Bone, Bones } from '../../../client/parts/bone'
import { BigButton } from '../../../client/parts/button'
import { Field, FieldBox } from '../../../client/parts/field'
import { Line } from '../../../client/parts/line'
import { Page } from '../../../client/parts/page'
import { Refused } from '../../../client/parts/refused'
import { LinkRow, Row, Verdict } from '../../../client/parts/row'
import { Segments } from '../../../client/parts/segments'
import { Ticket } from '../../../client/parts/ticket'
import { textSizeStore } from '../../../client/session/text-size.store'
import { Sheets } from './sheets'

const nothing = () => undefined

/** Every part of the client in every state that it can be in, one below the other. */
function Gallery(): ReactNode {
  return (
    <Page>
      <Buttons />
      <Fields />
      <Rows />
      <Part title="一张卡：数字与话">
        <div className="card">
          <div className="card-title">这笔消费</div>
          <Line label="账单" value="¥1,041.00" />
          <Line label="优惠券" value="−¥20.00" />
          <Line label="实付" value="¥1,021.00" strong />
        </div>
        <Refused className="parts-refused" message="这张券今天不能用，周一起可用" />
      </Part>
      <Part title="选项">
        <Segments choices={views} chosen="open" onChoose={nothing} />
      </Part>
      <Part title="券">
        <Ticket {...ticket} note="12月31日前可用" aside="去使用" />
        <Ticket {...ticket} note="还剩 2 天" tone="hurry" aside="去使用" />
        <Ticket {...ticket} note="11月3日已使用" tone="over" aside="已使用" />
      </Part>
      <States />
      <Sheets />
    </Page>
  )
}

const views = [
  { value: 'open', label: '可用 3' },
  { value: 'used', label: '已用' },
  { value: 'over', label: '已过期' },
] as const
const ticket = { title: '新人券', face: '¥5', thresholdFen: 10_000 }

export function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <>
      <div className="parts-title">{title}</div>
      {children}
    </>
  )
}

function Buttons(): ReactNode {
  return (
    <Part title="按钮：主要、次要、警示、办理中、不可用">
      {(['main', 'quiet', 'warning'] as const).map((tone) => (
        <div key={tone} style={{ marginBottom: 24 }}>
          <BigButton tone={tone}>{tone === 'warning' ? '确认取消' : '确认兑换'}</BigButton>
        </div>
      ))}
      <div style={{ marginBottom: 24 }}>
        <BigButton busy>正在兑换</BigButton>
      </div>
      <BigButton disabled>积分不足</BigButton>
    </Part>
  )
}

function Fields(): ReactNode {
  const typing = { maxLength: 40, onChange: nothing }
  return (
    <Part title="填写：空着、已填、标签在别处">
      <div className="card">
        <Field {...typing} name="a" label="小票号" value="" placeholder="收银小票上的号码" />
        <Field {...typing} name="b" label="原因" value="核对 11 月 17 日的消费" placeholder="" />
        <FieldBox {...typing} className="c" label="金额" value="" placeholder="金额（元）" />
      </div>
    </Part>
  )
}

function Rows(): ReactNode {
  const entry = { className: 'e', wraps: true, notes: ['11-21 10:00 · 梧桐里店'], onOpen: nothing }
  const bought = { className: 'p', notes: ['11-21 10:00 · 小票 10023'] }
  return (
    <Part title="列表的一行">
      <div className="card rows">
        <Row {...entry} title="消费 ¥1,041.00" figure="+1,041" figureTone="gain" state="余 6,215" />
        <Row {...entry} title="兑换「当季水果一份」" figure="−500" state="余 5,174" />
        <Row {...bought} title="林**" figure="¥45.00" state="+45 积分" stateTone="gain" />
        <Row
          {...bought}
          title="王*"
          figure="¥45.00"
          figureTone="struck"
          state="已退款"
          stateTone="loss"
        />
        <Row
          {...bought}
          title="陈** · 少积了一笔"
          figure="+300"
          state="等您审批"
          stateTone="open"
        />
        <Row
          className="v"
          title="2026年11月20日"
          notes={['1,204 笔 · 会员持有 98,120 分']}
          aside={<Verdict fine text="账平" />}
          leads
          onOpen={nothing}
        />
        <Row
          className="v"
          title="2026年11月19日"
          notes={['1,180 笔 · 会员持有 97,006 分']}
          aside={<Verdict fine={false} text="2 处不符" />}
          leads
          onOpen={nothing}
        />
        <LinkRow className="l" icon="points" title="积分明细" note="5,174" onOpen={nothing} />
        <LinkRow className="l" icon="coupon" title="优惠券" note="2 张可用" onOpen={nothing} />
        <LinkRow className="l" title="每日账平" note="查看证书、复核、处理不符" onOpen={nothing} />
      </div>
    </Part>
  )
}

function States(): ReactNode {
  const old = {
    data: '上次的内容',
    loading: false,
    trouble: { code: 'OFFLINE', message: '' },
  } as const
  const gone = {
    data: null,
    loading: false,
    trouble: { code: 'OFFLINE', message: '请检查网络' },
  } as const
  return (
    <Part title="一页：在读、旧内容、打不开、还没有">
      <Bone shape="card" />
      <Bones shape="row" count={2} />
      <PageState shown={old} skeleton={null} onRetry={nothing}>
        {(text) => <div className="card">{text}</div>}
      </PageState>
      <PageState shown={gone} skeleton={null} onRetry={nothing}>
        {() => null}
      </PageState>
      <Notice icon="coupon" title="还没有优惠券" text="完成入会就送一张，生日还有一张">
        <BigButton tone="quiet">去领券</BigButton>
      </Notice>
    </Part>
  )
}

if (window.location.search === '?large') textSizeStore.getState().choose(true)
const ground = document.getElementById('parts')
if (ground) createRoot(ground).render(<Gallery />)
