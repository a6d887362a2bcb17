/** 공지 틀: the usual cases, worded as alerts are, with 〔blanks〕 for what only the sender knows. Data only. */
import type { AnnouncementLevel, OtherLanguage } from './announcement.ts';

export interface AnnouncementTemplate {
  readonly id: string;
  /** What its button says. */
  readonly name: string;
  readonly level: AnnouncementLevel;
  readonly title: string;
  readonly body: string;
  readonly expiryMinutes: number;
  /** Of an emergency; and of another level, once it is raised to one. */
  readonly allClear: string;
  /** Of the title. */
  readonly titles: Readonly<Record<OtherLanguage, string>>;
}

export const announcementTemplates: readonly AnnouncementTemplate[] = [
  {
    id: 'heavy-rain',
    name: '호우',
    level: 'emergency',
    title: '하천에서 즉시 나와 높은 곳으로 가십시오',
    body: '〔호우경보 또는 호우주의보〕가 발효되었습니다. 〔통제된 곳〕에 들어가지 마십시오. 지하차도와 지하주차장은 물이 갑자기 차오르니 가지 마십시오.',
    expiryMinutes: 180,
    allClear: '호우 상황이 끝났습니다. 물이 빠질 때까지 하천에는 들어가지 마시기 바랍니다.',
    titles: {
      en: 'Heavy rain: leave the riverside now and move to higher ground',
      zh: '暴雨：请立即离开河边，转移到高处',
      ja: '大雨：川から今すぐ離れ、高い場所へ移動してください',
    },
  },
  {
    id: 'heavy-snow',
    name: '대설',
    level: 'important',
    title: '눈길이 미끄럽습니다. 천천히 걸으십시오',
    body: '〔대설경보 또는 대설주의보〕가 발효되었습니다. 〔치우고 있는 곳〕의 눈을 치우고 있습니다. 차를 두고 지하철과 버스를 이용해 주시기 바랍니다.',
    expiryMinutes: 180,
    allClear: '대설 상황이 끝났습니다. 그늘진 길은 얼어 있으니 조심하시기 바랍니다.',
    titles: {
      en: 'Heavy snow: slippery roads, please walk slowly',
      zh: '大雪：路面湿滑，请慢行',
      ja: '大雪：路面が滑りやすくなっています。ゆっくり歩いてください',
    },
  },
  {
    id: 'heat-wave',
    name: '폭염',
    level: 'important',
    title: '한낮에는 바깥일을 멈추고 쉬십시오',
    body: '〔폭염경보 또는 폭염주의보〕가 발효되었습니다. 물을 자주 드시고 그늘에서 쉬시기 바랍니다. 가까운 무더위 쉼터: 〔쉼터 이름〕',
    expiryMinutes: 360,
    allClear: '폭염 상황이 끝났습니다. 남은 더위에 건강을 살피시기 바랍니다.',
    titles: {
      en: 'Heat wave: stop outdoor work at midday and rest in the shade',
      zh: '高温：中午请停止户外活动，到阴凉处休息',
      ja: '猛暑：日中は屋外の活動を控え、涼しい場所で休んでください',
    },
  },
  {
    id: 'earthquake',
    name: '지진',
    level: 'emergency',
    title: '머리를 보호하고 넓은 곳으로 대피하십시오',
    body: '〔때와 곳, 규모〕 지진이 발생했습니다. 건물과 담장, 고가 아래에서 떨어지십시오. 승강기를 타지 말고 〔대피 장소〕 쪽으로 걸어서 이동하십시오.',
    expiryMinutes: 60,
    allClear: '대피 안내를 마칩니다. 여진이 있을 수 있으니 떨어질 물건을 조심하시기 바랍니다.',
    titles: {
      en: 'Earthquake: protect your head and move to an open area',
      zh: '地震：请保护头部，转移到空旷的地方',
      ja: '地震：頭を守り、広い場所へ避難してください',
    },
  },
  {
    id: 'fire',
    name: '화재',
    level: 'emergency',
    title: '연기를 피해 즉시 대피하십시오',
    body: '〔불이 난 곳〕에서 불이 났습니다. 코와 입을 가리고 자세를 낮추어 〔대피할 방향〕 쪽으로 나가십시오. 승강기를 타지 말고, 소방차가 지나갈 길을 비켜 주십시오.',
    expiryMinutes: 60,
    allClear: '불이 꺼졌습니다. 현장 정리가 끝날 때까지 돌아서 다니시기 바랍니다.',
    titles: {
      en: 'Fire: leave the area now and keep away from the smoke',
      zh: '火灾：请避开烟雾，立即撤离',
      ja: '火災：煙を避けて今すぐ避難してください',
    },
  },
  {
    id: 'blackout',
    name: '정전',
    level: 'important',
    title: '정전으로 신호등이 꺼졌습니다',
    body: '〔정전된 곳〕에 전기가 끊겼습니다. 〔다시 들어올 때〕에 다시 들어올 예정입니다. 승강기를 타지 말고, 길을 건널 때 차를 먼저 살피시기 바랍니다.',
    expiryMinutes: 60,
    allClear: '전기가 다시 들어왔습니다. 기다려 주셔서 고맙습니다.',
    titles: {
      en: 'Power cut: traffic lights are off, take care when crossing',
      zh: '停电：交通信号灯已熄灭，过马路请小心',
      ja: '停電：信号が消えています。横断の際はご注意ください',
    },
  },
  {
    id: 'event-off',
    name: '행사 취소',
    level: 'important',
    title: '오늘 행사가 취소되었습니다',
    body: '〔행사 이름과 시각〕 행사는 〔까닭〕 때문에 열지 않습니다. 찾아 주신 분들께 죄송합니다. 문의: 〔부서와 전화〕',
    expiryMinutes: 360,
    allClear: '행사 취소 안내를 마칩니다.',
    titles: {
      en: 'Today’s event has been cancelled',
      zh: '今天的活动已取消',
      ja: '本日のイベントは中止になりました',
    },
  },
  {
    id: 'lost-child',
    name: '미아',
    level: 'important',
    title: '아이를 찾습니다',
    body: '〔나이〕 어린이를 찾습니다. 옷차림: 〔옷차림〕. 마지막으로 본 때와 곳: 〔때와 곳〕. 보신 분은 112나 〔데리고 있을 곳〕에 알려 주시기 바랍니다.',
    expiryMinutes: 60,
    allClear: '아이를 찾았습니다. 함께 살펴 주셔서 고맙습니다.',
    titles: {
      en: 'Looking for a lost child. Please call 112 if you see them',
      zh: '寻找走失儿童，如有发现请拨打112',
      ja: '迷子を探しています。見かけた方は112へご連絡ください',
    },
  },
];
