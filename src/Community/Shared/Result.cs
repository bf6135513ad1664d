using System.Diagnostics.CodeAnalysis;

namespace Community.Shared;

/// <summary>What an act gives back: a value, or the problem that stopped it. Nothing was written where there is a problem.</summary>
public readonly struct Result<T>
{
    private Result(T? value, Problem? problem)
    {
        Value = value;
        Problem = problem;
    }

    public T? Value { get; }

    public Problem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Problem is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}

/// <summary>The value of an act that has nothing to tell but that it was done.</summary>
public readonly record struct Done
{
    public static readonly Done Yes;
}
