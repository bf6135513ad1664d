// Emoji that people of a community write, with their short names and what they are called in Japanese. Short enough to be looked through.
export const emoji = [
  ...`😀 grinning happy|笑顔 えがお
😄 smile happy|にっこり 笑顔
😁 grin|にやり 歯
😂 joy laugh|うれし泣き 爆笑
🤣 rofl laugh|大笑い 爆笑
😅 sweat_smile|冷や汗 苦笑い
😊 blush smile|にこにこ 照れ
🙂 slight_smile|ほほえみ
😉 wink|ウインク
😍 heart_eyes love|目がハート 大好き
🥰 smiling_face_with_three_hearts love|幸せ ハート
😘 kissing_heart|投げキス
😋 yum tasty|おいしい ぺろり
😎 sunglasses cool|サングラス かっこいい
🤩 star_struck|キラキラ 感動
🥳 partying_face party|お祝い パーティー
🤔 thinking|考え中 うーん
🤗 hugs|ハグ ぎゅっ
🤭 hand_over_mouth oops|くすくす おっと
😐 neutral_face|真顔
😏 smirk|にやにや
🙄 rolling_eyes|あきれ顔
😬 grimacing|しかめ面
😌 relieved|ほっと 安心
😴 sleeping zzz|眠い おやすみ
😮 open_mouth wow|びっくり 驚き
😲 astonished|びっくり仰天
😳 flushed|赤面 どきっ
🥺 pleading_face|うるうる お願い
😢 cry sad|涙 悲しい
😭 sob cry|大泣き 号泣
😤 triumph|ふんっ
😠 angry|怒り
😱 scream|ひえー 恐怖
😨 fearful|こわい
😓 sweat|汗 困った
😩 weary|へとへと
🤯 exploding_head|頭が爆発 衝撃
🥶 cold_face|寒い
🥵 hot_face|暑い
🤒 face_with_thermometer sick|熱 病気
😷 mask|マスク
🤓 nerd|めがね まじめ
👻 ghost|おばけ
🤖 robot|ロボット
👍 +1 thumbsup like|いいね 賛成
👎 -1 thumbsdown|よくないね 反対
👏 clap applause|拍手 ぱちぱち
🙌 raised_hands|ばんざい
🙏 pray thanks please|お願い ありがとう
🙇 bow sorry|おじぎ すみません
🤝 handshake|握手
💪 muscle strong|力こぶ がんばる
✌️ v peace|ピース
👌 ok_hand|オーケー 了解
👋 wave hello bye|手を振る こんにちは
🤞 crossed_fingers luck|幸運を
👀 eyes look|目 じーっ
🙋 raising_hand|挙手 はい
💁 information_desk_person|ご案内
🤷 shrug|さあ わからない
🙆 ok_woman|まる オーケー
🙅 no_good|だめ ばつ
❤️ heart love|ハート 好き
🧡 orange_heart|オレンジのハート
💛 yellow_heart|黄色のハート
💚 green_heart|緑のハート
💙 blue_heart|青のハート
💜 purple_heart|紫のハート
🖤 black_heart|黒のハート
💔 broken_heart|失恋 割れたハート
💕 two_hearts|ハートふたつ
✨ sparkles|きらきら
⭐ star|星
🌟 star2|輝く星
🔥 fire hot|火 炎 熱い
💯 100|百点 満点
🎉 tada party|クラッカー お祝い
🎊 confetti_ball|くす玉
🎁 gift present|プレゼント 贈り物
🎂 birthday cake|ケーキ 誕生日
🏆 trophy|トロフィー 優勝
🥇 1st_place_medal|金メダル
💡 bulb idea|電球 ひらめき
📷 camera photo|カメラ 写真
📸 camera_flash photo|写真 フラッシュ
🎵 musical_note music|音符 音楽
🎮 video_game game|ゲーム
⚽ soccer|サッカー
⚾ baseball|野球
🏕️ camping tent|キャンプ
⛺ tent|テント
🏮 izakaya_lantern lantern|ちょうちん
🎣 fishing_pole_and_fish|釣り
🚲 bike|自転車
🚗 car|車
🚃 railway_car train|電車
✈️ airplane travel|飛行機 旅行
🗻 mount_fuji|富士山
🏔️ mountain_snow mountain|雪山 山
🌊 ocean wave|波 海
🌸 cherry_blossom sakura|桜 さくら
🌻 sunflower|ひまわり
🍁 maple_leaf autumn|もみじ 紅葉
🌿 herb|葉 ハーブ
🌈 rainbow|虹
☀️ sunny sun|晴れ 太陽
☔ umbrella rain|雨 傘
❄️ snowflake|雪 結晶
⛄ snowman|雪だるま
🌙 crescent_moon moon|月
🍙 rice_ball onigiri|おにぎり
🍣 sushi|寿司
🍜 ramen|ラーメン
🍛 curry|カレー
🍞 bread|パン
🍰 cake|ショートケーキ
🍎 apple|りんご
🍵 tea|お茶
☕ coffee|コーヒー
🍺 beer|ビール
🍻 beers cheers|乾杯
🐶 dog|犬 いぬ
🐱 cat|猫 ねこ
🐰 rabbit|うさぎ
🐻 bear|くま
🐦 bird|鳥
🐟 fish|魚
✅ white_check_mark done|チェック 完了
❌ x no|ばつ
⭕ o circle|まる
❓ question|はてな 質問
❗ exclamation|びっくりマーク
⚠️ warning|注意 警告
💬 speech_balloon|吹き出し
📝 memo|メモ
📌 pushpin pin|ピン
🔗 link|リンク
🔧 wrench tool|スパナ 道具
🔍 mag search|虫めがね 検索
⏰ alarm_clock time|時計
📅 date calendar|カレンダー 予定
🆕 new|新しい
🆗 ok|オーケー
🎶 notes music|メロディー`.split('\n').map(row => [row.slice(0, row.indexOf(' ')), ...row.slice(row.indexOf(' ') + 1).split('|')]),
];

const hiragana = text => text.normalize('NFKC').toLowerCase().replace(/[ァ-ヶ]/g, c => String.fromCharCode(c.charCodeAt(0) - 0x60));

// Those whose name begins so before those that only hold it.
export function find(typed, language, most) {
  const wanted = hiragana(typed);
  const ranked = emoji.flatMap((row, at) => {
    const names = [...row[1].split(' '), ...row[2].split(' ')].map(hiragana);
    const rank = names.some(name => name === wanted) ? 0 : names.some(name => name.startsWith(wanted)) ? 1 : wanted.length > 1 && names.some(name => name.includes(wanted)) ? 2 : 3;
    return rank < 3 ? [{ row, rank, at }] : [];
  }).sort((a, b) => a.rank - b.rank || a.at - b.at).slice(0, most);
  return ranked.map(({ row }) => ({ text: row[0], word: `${row[0]} ${language === 'ja' ? row[2].split(' ')[0] : row[1].split(' ')[0].replaceAll('_', ' ')}`, small: `:${row[1].split(' ')[0]}:` }));
}
