using Community.Discussions.Following;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Votes;
using Community.Web.Hosting;

namespace Community.Web.Ideas.Api;

/// <summary>Boards, ideas and votes as the wire has them.</summary>
internal static class IdeaWire
{
    public static Client.IdeaBoard Board(BoardView board, AnswerClock clock) => new()
    {
        Id = board.Id.Id(),
        Slug = board.Slug,
        Name = Wire.Text(board.Name),
        Rules = Wire.Text(board.Rules),
        Hue = board.Hue,
        ReadAudience = board.ReadAudience,
        SubmitAudience = board.SubmitAudience,
        Statuses = [.. board.Statuses.Select(Status)],
        HasBudget = board.HasBudget,
        ShowsBackers = board.ShowsBackers,
        ReviewsFirst = board.ReviewsFirst,
        AnswerDays = board.AnswerDays,
        IsArchived = board.IsArchived,
        IdeaCount = board.IdeaCount,
        Clock = new Client.AnswerClock((long?)clock.Usually?.TotalSeconds, clock.Waiting, clock.Overdue),
    };

    /// <summary>Null where it names a status that no board has.</summary>
    public static BoardSettings? Settings(Client.IdeaBoardSettings wire)
    {
        var statuses = (wire.Statuses ?? []).Select(SameName<Client.IdeaStatus, IdeaStatus>.Find).ToList();
        return statuses.TrueForAll(s => s is { } known && IdeaStatuses.OfBoards.Contains(known))
            ? new BoardSettings(
                wire.Slug ?? "", Wire.Text(wire.Name), Wire.Text(wire.Rules), wire.Hue, wire.ReadAudience ?? "", wire.SubmitAudience ?? "",
                [.. statuses.Select(s => s!.Value)], wire.HasBudget, wire.ShowsBackers, wire.ReviewsFirst, wire.AnswerDays)
            : null;
    }

    public static Client.Idea Idea(IdeaSummary idea) => new()
    {
        Number = idea.Number,
        Title = idea.Title,
        Slug = idea.Slug,
        Language = idea.Language,
        Board = Line(idea.Board),
        Author = Wire.Person(idea.Author),
        CreatedAt = idea.CreatedAt,
        Status = Status(idea.Status),
        StatusAt = idea.StatusAt,
        AnsweredAt = idea.AnsweredAt,
        BackerCount = idea.BackerCount,
        CommentCount = idea.CommentCount,
        SeenCount = idea.SeenCount,
        LastPostAt = idea.LastPostAt,
        Tags = [.. idea.Tags.Select(PostWire.Tag)],
        IsBacked = idea.IsBacked,
        InPeriod = idea.InPeriod,
        IsRarelySeen = idea.IsExploration,
    };

    public static Client.IdeaDetails Idea(IdeaView view)
    {
        var head = view.Head;
        return new Client.IdeaDetails
        {
            Id = head.Id.Id(),
            Number = head.Number,
            Title = head.Title,
            Slug = head.Slug,
            Language = head.Language,
            Board = Line(head.Board.Summary),
            Author = Wire.Person(head.Author),
            CreatedAt = head.CreatedAt,
            Status = Status(head.Status),
            StatusAt = head.StatusAt,
            AnsweredAt = head.AnsweredAt,
            BackerCount = head.BackerCount,
            CommentCount = head.CommentCount,
            SeenCount = head.SeenCount,
            LastPostAt = head.LastPostAt,
            LastNumber = head.LastNumber,
            ChangeNumber = head.ChangeNumber,
            Tags = [.. view.Tags.Select(PostWire.Tag)],
            IsBacked = view.Own is not null,
            Answer = view.Answer is { } answer ? PostWire.Post(answer) : null,
            MergedInto = Line(head.MergedInto),
            SplitFrom = Line(head.SplitFrom),
            MergedFrom = [.. view.Merged.Select(merged => new Client.MergedIdea(Line(merged.Idea)!, merged.Backers, merged.Comments))],
            SplitInto = [.. view.SplitInto.Select(part => Line(part)!)],
            History = [.. view.History.Select(step => new Client.StatusStep(Status(step.From), Status(step.To), step.At, Wire.Person(step.By), step.PostId?.Id()))],
            Importances = Importances(view.Weights),
            PassedOnCount = view.PassedOn,
            MyVote = view.Own is { } own ? new Client.OwnVote(Importance(own.Importance), own.Reason, own.IsWaiting) : null,
            VotesLeft = view.VotesLeft,
            Follow = SameName<FollowLevel, Client.FollowLevel>.Of(view.Level),
        };
    }

    public static Client.RoadmapLane Lane(RoadmapLane lane) => new(Status(lane.Status), [.. lane.Ideas.Select(Idea)], lane.Count);

    public static Client.ShippedIdea Shipped(ShippedIdea shipped) =>
        new(Idea(shipped.Idea), [.. shipped.Credits.Select(Wire.Person).OfType<Client.Person>()], shipped.Answer, shipped.AnswerLanguage);

    public static Client.SubmittedIdea Submitted(SubmitIdea.Submitted submitted) => new(submitted.Number, submitted.Slug, Status(submitted.Status));

    public static Client.WrittenPost Comment(CommentOnIdea.Posted posted) => new(posted.PostId.Id(), posted.Number, posted.IsHeld);

    public static Client.GivenVote Vote(VoteForIdea.Voted voted) => new(voted.IdeaNumber, voted.IsWaiting, voted.Backers);

    public static Client.Backer Backer(Backer backer) => new(backer.VoteId.Id(), Wire.Person(backer.Member), Importance(backer.Importance), backer.Reason, backer.IsReasonHidden, backer.Since);

    public static Client.PassedOn PassedOn(PassOnVote.PassedOn vote) => new(vote.Id.Id(), vote.Name, vote.Evidence, vote.At, Wire.Person(vote.By));

    private static Client.IdeaStatus Status(IdeaStatus status) => SameName<IdeaStatus, Client.IdeaStatus>.Of(status);

    private static Client.Importance? Importance(Importance? importance) => importance is { } said ? SameName<Importance, Client.Importance>.Of(said) : null;

    private static Dictionary<Client.Importance, int> Importances(Weights weights) =>
        new (Client.Importance Key, int Count)[] { (Client.Importance.Nice, weights.Nice), (Client.Importance.Important, weights.Important), (Client.Importance.Essential, weights.Essential) }
            .Where(said => said.Count > 0).ToDictionary(said => said.Key, said => said.Count);

    private static Client.ForumLine Line(BoardSummary board) => new(board.Slug, Wire.Text(board.Name));

    private static Client.IdeaLine? Line(IdeaRef? idea) => idea is null ? null : new(idea.Number, idea.Slug, idea.Title, Wire.Person(idea.Author));
}
