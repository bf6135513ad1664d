namespace Community.Browser.Tests.Seeded;

internal static class Texts
{
    /// <summary>One of everything that a post can hold.</summary>
    public const string Everything =
        """
        日帰りで海沿いを歩くとき、みなさんは何を持っていきますか。@ren さんの **一覧** も *ぜひ* 見たいです :smile:

        > 荷物は少ないほど遠くまで行ける。

        1. 水筒
        2. 地図
           - 紙のもの
           - [区の案内](https://example.com/map)

        - [x] 上着
        - [ ] 帽子

        | もの | 重さ | 備考 |
        | --- | ---: | --- |
        | 水筒 | 600 g | 夏は二本 |
        | とても長い名前の折りたたみ式の雨具 | 320 g | 風の強い日にはあまり役に立たないかもしれません |

        ```
        出発 08:10 → 灯台 10:45 → 駅 15:30   この行はとても長いので、せまい画面では横に動かして読むことになります。
        ```

        ## 帰り道

        `15:30` の電車で帰ります。
        """;
}
